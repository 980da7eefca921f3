package a

import (
	"net"
	"sync"
)

type delayed struct {
	net.Conn
	wg sync.WaitGroup
}

func (d *delayed) Write(b []byte) (int, error) {
	d.wg.Add(1)
	go func() {
		defer d.wg.Done()
		d.Conn.Write(b)
	}()
	return len(b), nil
}

func Send(addr string, b []byte) error {
	c, err := net.Dial("tcp", addr)
	if err != nil {
		return err
	}
	d := &delayed{Conn: c}
	var out net.Conn = d
	out.Write(b)
	d.wg.Wait()
	return nil
}

// What writes here is a pipe, by the same interface.
func Probe() {
	server, client := net.Pipe()
	defer server.Close()
	defer client.Close()
	go client.Write([]byte("hello"))
	server.Read(make([]byte, 5))
}
