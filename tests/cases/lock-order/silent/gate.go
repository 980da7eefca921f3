// Run time: nobody takes the two without holding the third, so they never meet.
package cases

import "sync"

type Store struct {
	gate  sync.Mutex
	items sync.Mutex
	index sync.Mutex
	names map[string]int
}

func (s *Store) Move(name string, to int) {
	s.gate.Lock()
	defer s.gate.Unlock()
	s.items.Lock()
	defer s.items.Unlock()
	s.index.Lock()
	s.names[name] = to
	s.index.Unlock()
}

func (s *Store) Find(name string) int {
	s.gate.Lock()
	defer s.gate.Unlock()
	s.index.Lock()
	defer s.index.Unlock()
	s.items.Lock()
	defer s.items.Unlock()
	return s.names[name]
}
