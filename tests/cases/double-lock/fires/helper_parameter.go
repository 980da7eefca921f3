// Run time: the helper locks what it is given, which is held.
package cases

import "sync"

type store struct {
	mu sync.Mutex
	n  int
}

func bump(mu *sync.Mutex, n *int) {
	mu.Lock()
	*n++
	mu.Unlock()
}

func (s *store) add() {
	s.mu.Lock()
	bump(&s.mu, &s.n) // want double-lock "bump takes the lock again"
	s.mu.Unlock()
}
