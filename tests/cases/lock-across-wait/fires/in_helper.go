// Run time: set takes the lock, and a helper that it calls stores and sends.
package cases

import "sync"

type store struct {
	mu   sync.Mutex
	data map[string]string
	keys chan string
}

func (s *store) set(k, v string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.write(k, v)
}

func (s *store) write(k, v string) {
	s.data[k] = v
	s.keys <- k // want lock-across-wait "mu"
}
