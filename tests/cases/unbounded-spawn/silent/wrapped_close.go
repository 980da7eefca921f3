package a

import (
	"crypto/tls"
	"net"
)

type tunnel struct {
	net.Conn
}

// What it wraps is another connection, by the same interface.
func (t *tunnel) Close() error {
	if _, ok := t.Conn.(*tls.Conn); ok {
		go t.Conn.Close()
		return nil
	}
	return t.Conn.Close()
}

func dial(addr string) (net.Conn, error) {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return nil, err
	}
	return &tunnel{c}, nil
}

func Ping(addr string) error {
	c, err := dial(addr)
	if err != nil {
		return err
	}
	return c.Close()
}
