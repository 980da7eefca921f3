// The caller gets the function that gives it back.
package cases

import "sync"

type store struct {
	mu     sync.Mutex
	closed bool
}

func (s *store) hold() (func(), bool) {
	s.mu.Lock()
	if s.closed {
		s.mu.Unlock()
		return nil, false
	}
	return s.mu.Unlock, true
}
