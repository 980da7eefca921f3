// A helper gives it back.
package cases

import "sync"

type store struct {
	mu sync.Mutex
	n  int
}

func (s *store) done() { s.mu.Unlock() }

func (s *store) add(max int) bool {
	s.mu.Lock()
	if s.n >= max {
		s.done()
		return false
	}
	s.n++
	s.mu.Unlock()
	return true
}
