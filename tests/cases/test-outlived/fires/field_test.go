// The test returns: the server's loop waits for a quit field that the test never closes.
package cases

import "testing"

type server struct {
	requests chan int
	quit     chan struct{}
	served   int
}

func (s *server) serve() {
	for {
		select {
		case <-s.requests:
			s.served++
		case <-s.quit:
			return
		}
	}
}

func (s *server) stop() { close(s.quit) }

func TestServe(t *testing.T) {
	s := &server{requests: make(chan int), quit: make(chan struct{})}
	go s.serve() // want test-outlived "erve"
	s.requests <- 1
}

func TestStop(t *testing.T) {
	s := &server{requests: make(chan int), quit: make(chan struct{})}
	done := make(chan struct{})
	go func() {
		defer close(done)
		s.serve()
	}()
	s.stop()
	<-done
}
