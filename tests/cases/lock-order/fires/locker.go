// curfew: --level advice
// Run time: as long as the Locker is a plain lock; which it is cannot be seen.
package cases

import "sync"

type Shared struct {
	outer sync.Mutex
	inner sync.Locker
	n     int
}

func (s *Shared) Add() {
	s.outer.Lock()
	s.inner.Lock()
	s.n++
	s.inner.Unlock()
	s.outer.Unlock()
}

func (s *Shared) Sub() {
	s.inner.Lock()
	s.outer.Lock() // want lock-order[advice] "s.outer is taken while s.inner is held"
	s.n--
	s.outer.Unlock()
	s.inner.Unlock()
}
