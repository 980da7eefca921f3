// Run time: two readers get past each other, until a writer of the table asks in between: then the
// second reader waits behind it.
package cases

import "sync"

type Stats struct {
	table sync.RWMutex
	log   sync.Mutex
	rows  int
}

func (s *Stats) Lines() int {
	s.table.RLock()
	defer s.table.RUnlock()
	s.log.Lock()
	defer s.log.Unlock()
	return s.rows
}

func (s *Stats) Flush() int {
	s.log.Lock()
	defer s.log.Unlock()
	s.table.RLock() // want lock-order[warning] "s.table is taken while s.log is held"
	defer s.table.RUnlock()
	return s.rows
}

func (s *Stats) Add(n int) {
	s.table.Lock()
	s.rows += n
	s.table.Unlock()
}
