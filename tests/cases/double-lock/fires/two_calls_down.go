// Run time: the same, two calls down.
package cases

import "sync"

type store struct {
	mu sync.Mutex
	n  int
}

func (s *store) outer() {
	s.mu.Lock()
	s.middle() // want double-lock "s.middle takes the lock again"
	s.mu.Unlock()
}

func (s *store) middle() { s.inner() }

func (s *store) inner() {
	s.mu.Lock()
	s.n++
	s.mu.Unlock()
}
