// The function takes the lock for its caller.
package cases

import "sync"

type store struct {
	mu sync.Mutex
	n  int
}

func (s *store) begin() *int {
	s.mu.Lock()
	return &s.n
}

func (s *store) end() { s.mu.Unlock() }
