// The caller cancels the context that it passed: the constructor used it for the dial only, and the goroutine never sees it.
package cases

import (
	"context"
	"net"
	"time"
)

type Link struct {
	conn  net.Conn
	beats int
}

func DialLink(ctx context.Context, addr string) (*Link, error) {
	var d net.Dialer
	conn, err := d.DialContext(ctx, "tcp", addr)
	if err != nil {
		return nil, err
	}
	l := &Link{conn: conn}
	go l.keepAlive() // want unclosable-constructor "DialLink"
	return l, nil
}

func (l *Link) keepAlive() {
	for {
		time.Sleep(30 * time.Second)
		l.beats++
	}
}
