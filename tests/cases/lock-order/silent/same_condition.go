// Run time: the two branches are never taken in one call.
package cases

import "sync"

type Store struct {
	items sync.Mutex
	index sync.Mutex
	names map[string]int
}

func (s *Store) Touch(indexed bool) {
	if indexed {
		s.items.Lock()
		defer s.items.Unlock()
	}
	s.names["touched"]++
	if !indexed {
		s.index.Lock()
		defer s.index.Unlock()
	}
	s.names["done"]++
}

func (s *Store) Find(name string) int {
	s.index.Lock()
	defer s.index.Unlock()
	s.items.Lock()
	defer s.items.Unlock()
	return s.names[name]
}
