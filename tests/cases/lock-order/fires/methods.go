// Run time: move holds items and waits for index, while find holds index and waits for items.
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
	s.index.Lock()
	defer s.index.Unlock()
	s.items.Lock() // want lock-order[warning] "s.items is taken while s.index is held"
	defer s.items.Unlock()
	return s.names[name]
}
