// Run time: the two sides use different maps of one type, each with a lock of its own.
package cases

import "sync"

type safeMap struct {
	mu sync.Mutex
	m  map[string]int
}

type Store struct {
	mu     sync.Mutex
	byID   safeMap
	byName safeMap
}

func (s *Store) Put(name string, id int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.byID.mu.Lock()
	s.byID.m[name] = id
	s.byID.mu.Unlock()
}

func (s *Store) Rename(name string) {
	s.byName.mu.Lock()
	defer s.byName.mu.Unlock()
	s.mu.Lock()
	delete(s.byName.m, name)
	s.mu.Unlock()
}
