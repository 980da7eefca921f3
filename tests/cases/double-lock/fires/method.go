// Run time: take holds the lock, and count waits for it.
package cases

import "sync"

type store struct {
	mu    sync.Mutex
	items map[string]int
}

func (s *store) count(name string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.items[name]
}

func (s *store) take(name string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.count(name) > 0 // want double-lock "s.count takes the lock again"
}
