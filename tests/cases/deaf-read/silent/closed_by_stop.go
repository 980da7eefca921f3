// Near miss of listener: Stop closes the listener as well, and Accept returns.
package cases

import (
	"net"
	"sync"
)

type server struct {
	stop chan struct{}
	once sync.Once
	l    net.Listener
}

func newServer() (*server, error) {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return nil, err
	}
	return &server{stop: make(chan struct{}), l: l}, nil
}

func (s *server) run(serve func(net.Conn)) error {
	for {
		select {
		case <-s.stop:
			return nil
		default:
		}
		conn, err := s.l.Accept()
		if err != nil {
			return err
		}
		serve(conn)
		conn.Close()
	}
}

func (s *server) Stop() {
	s.once.Do(func() {
		close(s.stop)
		s.l.Close()
	})
}
