// Near miss of dialed: the dial function hands its connection to the caller as well, who closes it.
package cases

import (
	"context"
	"io"
	"net"
	"net/http"
)

func Ask(path string) error {
	var conn net.Conn
	client := &http.Client{Transport: &http.Transport{
		DialContext: func(context.Context, string, string) (net.Conn, error) {
			var err error
			conn, err = net.Dial("unix", path)
			return conn, err
		},
	}}
	resp, err := client.Get("http://local/")
	if err != nil {
		return err
	}
	defer conn.Close()
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
