// The listener is closed before the server that was built on it: closing it is how the accept loop is told to end.
package cases

import (
	"net"
	"sync"
)

type server struct {
	ln net.Listener
	wg sync.WaitGroup
}

func newServer(ln net.Listener) *server {
	s := &server{ln: ln}
	s.wg.Add(1)
	go s.accept()
	return s
}

func (s *server) accept() {
	defer s.wg.Done()
	for {
		conn, err := s.ln.Accept()
		if err != nil {
			return
		}
		conn.Close()
	}
}

func (s *server) Close() { s.wg.Wait() }

func app(work func()) error {
	ln, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return err
	}
	srv := newServer(ln)
	work()
	ln.Close()
	srv.Close()
	return nil
}
