// Run time: the path of the error takes back what it has counted.
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
	s.wg.Add(1)
	if s.addr == "" {
		s.wg.Add(-1)
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
