// Run time: everybody takes items before index.
package cases

import "sync"

type Store struct {
	items sync.Mutex
	index sync.Mutex
	names map[string]int
}

func (s *Store) Move(name string, to int) {
	s.items.Lock()
	defer s.items.Unlock()
	s.index.Lock()
	s.names[name] = to
	s.index.Unlock()
}

func (s *Store) Find(name string) int {
	s.items.Lock()
	defer s.items.Unlock()
	s.index.Lock()
	defer s.index.Unlock()
	return s.names[name]
}
