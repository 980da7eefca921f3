// Run time: the type argument does not matter.
package cases

import "sync"

type set[T comparable] struct {
	mu sync.Mutex
	m  map[T]bool
}

func (s *set[T]) add(v T) bool {
	s.mu.Lock() // want missing-unlock "s.mu.Lock"
	if s.m[v] {
		return false
	}
	s.m[v] = true
	s.mu.Unlock()
	return true
}
