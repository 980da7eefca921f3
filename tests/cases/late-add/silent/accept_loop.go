// The loop that accepts is counted by the same group as the connections it starts.
package cases

import (
	"net"
	"sync"
	"time"
)

type server struct {
	wg sync.WaitGroup
	ln net.Listener
}

func (s *server) start() {
	s.wg.Add(1)
	go s.accept()
}

func (s *server) accept() {
	defer s.wg.Done()
	for {
		conn, err := s.ln.Accept()
		if err != nil {
			return
		}
		s.wg.Add(1)
		go func() {
			defer s.wg.Done()
			_ = conn.SetDeadline(time.Now().Add(time.Second))
			_ = conn.Close()
		}()
	}
}

func (s *server) close() {
	_ = s.ln.Close()
	s.wg.Wait()
}
