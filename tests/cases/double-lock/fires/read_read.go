// Run time: a writer that asks between the two read locks blocks the second, and the first blocks it.
package cases

import "sync"

type store struct {
	mu    sync.RWMutex
	items map[string]int
}

func (s *store) count(name string) int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.items[name]
}

func (s *store) both(a, b string) int {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.items[a] + s.count(b) // want double-lock[warning] "a writer that waits in between blocks both"
}

func (s *store) set(name string, n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.items[name] = n
}
