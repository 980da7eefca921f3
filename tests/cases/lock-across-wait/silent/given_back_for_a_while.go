// The helper gives its caller's lock up for a while; what it took back is given back with the caller's own.
package cases

import (
	"sync"
	"time"
)

type store struct {
	mu  sync.Mutex
	old []string
}

func (s *store) removeOldLocked() {
	s.old = nil
	s.mu.Unlock()
	defer s.mu.Lock()
	println("removing")
}

func (s *store) rotate(full bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if full {
		s.removeOldLocked()
	}
}

func (s *store) settle() {
	s.rotate(true)
	time.Sleep(time.Second)
}
