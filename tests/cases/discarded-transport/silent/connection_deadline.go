// Near miss of dialed: the connection has a deadline, which ends its two goroutines too.
package cases

import (
	"context"
	"io"
	"net"
	"net/http"
	"time"
)

type dialer struct{ path string }

func (d dialer) dial(context.Context, string, string) (net.Conn, error) {
	conn, err := net.Dial("unix", d.path)
	if err != nil {
		return nil, err
	}
	return conn, conn.SetDeadline(time.Now().Add(2 * time.Second))
}

func Ask(path string) error {
	client := &http.Client{Transport: &http.Transport{DialContext: dialer{path}.dial}}
	resp, err := client.Get("http://local/")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	_, err = io.Copy(io.Discard, resp.Body)
	return err
}
