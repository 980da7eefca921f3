// Run time: the first loop is over when the second waits; that a job begins again concerns the first only,
// and keeps waiters waiting.
package cases

import "sync"

type store struct {
	mu      sync.Mutex
	cond    *sync.Cond
	loading bool
	open    bool
}

func newStore() *store {
	s := &store{open: true}
	s.cond = sync.NewCond(&s.mu)
	return s
}

func (s *store) begin() {
	s.mu.Lock()
	s.loading = true
	s.mu.Unlock()
}

func (s *store) end() {
	s.mu.Lock()
	s.loading = false
	s.open = false
	s.mu.Unlock()
	s.cond.Broadcast()
}

func (s *store) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for s.loading {
		s.cond.Wait()
	}
	for s.open {
		s.cond.Wait()
	}
}

func Run() {
	s := newStore()
	s.begin()
	go s.end()
	s.close()
}
