// Run time: the embedded mutex is locked by its promoted method.
package cases

import "sync"

type store struct {
	sync.Mutex
	n int
}

func (s *store) add() {
	s.Lock()
	defer s.Unlock()
	s.n++
}

func (s *store) addTwice() {
	s.Lock()
	defer s.Unlock()
	s.add() // want double-lock "s.add takes the lock again"
	s.n++
}
