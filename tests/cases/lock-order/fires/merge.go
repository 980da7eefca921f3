// curfew: --level advice
// Run time: where two sets are merged into each other at once; whether callers do is not seen.
package cases

import "sync"

type Set struct {
	mu sync.RWMutex
	m  map[string]bool
}

func (s *Set) each(f func(string)) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	for k := range s.m {
		f(k)
	}
}

func (s *Set) Merge(other *Set) {
	s.mu.Lock()
	defer s.mu.Unlock()
	other.each(func(k string) { s.m[k] = true }) // want lock-order[advice] "the lock of other is taken while that of s is held"
}
