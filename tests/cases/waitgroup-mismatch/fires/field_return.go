// Run time: Start fails after it has counted, and Stop waits for a goroutine that never started.
package cases

import (
	"errors"
	"sync"
)

type Server struct {
	wg   sync.WaitGroup
	addr string
	done chan struct{}
}

func (s *Server) Start() error {
	s.wg.Add(1) // want waitgroup-mismatch "s.wg.Add counts a goroutine that is not started on every path"
	if s.addr == "" {
		return errors.New("no address")
	}
	go s.serve()
	return nil
}

func (s *Server) serve() {
	defer s.wg.Done()
	<-s.done
}

func (s *Server) Stop() {
	close(s.done)
	s.wg.Wait()
}
