// Run time: the Unlock is only deferred where there is something to do.
package cases

import "sync"

type store struct {
	mu    sync.Mutex
	items []int
}

func (s *store) clear() int {
	s.mu.Lock() // want missing-unlock "s.mu.Lock"
	if len(s.items) == 0 {
		return 0
	}
	defer s.mu.Unlock()
	n := len(s.items)
	s.items = nil
	return n
}
