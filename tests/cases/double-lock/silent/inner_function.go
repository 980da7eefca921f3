// The inner function is for those who hold the lock.
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
	return s.items[name] > 0
}
