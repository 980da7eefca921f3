// Run time: the dial function keeps nothing of its connection; it stays open when the answer has been read.
package cases

import (
	"context"
	"io"
	"net"
	"net/http"
)

func Ask(path string) error {
	client := &http.Client{Transport: &http.Transport{ // want discarded-transport[warning] "each call of Ask"
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			conn, err := net.Dial("unix", path)
			return conn, err
		},
	}}
	resp, err := client.Get("http://local/")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
