// Run time: nobody writes the table while it is served, and readers let each other in.
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
	s.table.RLock()
	defer s.table.RUnlock()
	return s.rows
}
