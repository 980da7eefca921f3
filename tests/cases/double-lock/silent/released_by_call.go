// The call gives the lock back for a while.
package cases

import "sync"

type store struct {
	mu sync.Mutex
	n  int
}

func (s *store) pause(f func()) {
	s.mu.Unlock()
	defer s.mu.Lock()
	f()
}

func (s *store) run(f func()) {
	s.mu.Lock()
	s.n++
	s.pause(f)
	s.n++
	s.mu.Unlock()
}
