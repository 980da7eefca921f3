// Run time: the helper takes the lock back, and the pause comes before the caller gives it up.
package cases

import (
	"sync"
	"time"
)

type shelf struct {
	mu  sync.Mutex
	old []string
}

func (s *shelf) removeOldLocked() {
	s.old = nil
	s.mu.Unlock()
	defer s.mu.Lock()
	println("removing")
}

func (s *shelf) rotate(full bool) {
	s.mu.Lock()
	if full {
		s.removeOldLocked()
	}
	time.Sleep(time.Second) // want lock-across-wait "s.mu"
	s.mu.Unlock()
}

func (s *shelf) count() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.old)
}
