// Where it returns true the caller has the lock, and gives it back.
package cases

import "sync"

type store struct {
	mu   sync.Mutex
	open bool
	n    int
}

func (s *store) enter() bool {
	s.mu.Lock()
	if s.open {
		return true
	}
	s.mu.Unlock()
	return false
}

func (s *store) add() {
	if s.enter() {
		s.n++
		s.mu.Unlock()
	}
}
