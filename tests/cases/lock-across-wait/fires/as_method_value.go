// Run time: lock, unlock and the sending method are all called through method values.
package cases

import "sync"

type store struct {
	mu   sync.Mutex
	data map[string]string
	keys chan string
}

func (s *store) notify(k string) {
	s.keys <- k // want lock-across-wait "mu"
}

func (s *store) set(k, v string) {
	notify := s.notify
	unlock := s.mu.Unlock
	s.mu.Lock()
	defer unlock()
	s.data[k] = v
	notify(k)
}
