// Run time: no constructor makes the channel, so Stop waits for ever.
package cases

import "sync"

type service struct {
	mu   sync.Mutex
	name string
	done chan struct{}
}

func newService(name string) *service { return &service{name: name} }

func (s *service) stop() {
	s.mu.Lock()
	s.name = ""
	s.mu.Unlock()
	<-s.done // want nil-channel "s.done is nil here, and a receive from it"
}

func Run() {
	s := newService("a")
	s.stop()
}
