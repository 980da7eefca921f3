// The function locks only where it is told to.
package cases

import "sync"

type store struct {
	mu sync.Mutex
	n  int
}

func (s *store) add(locked bool) {
	if !locked {
		s.mu.Lock()
		defer s.mu.Unlock()
	}
	s.n++
}

func (s *store) addTwice() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.add(true)
	s.add(true)
}
