// Run time: Cond.Wait gives up its own lock only; the second one stays held while it sleeps.
package cases

import "sync"

type stage struct {
	outer sync.Mutex
	inner sync.Mutex
	ready bool
	cond  *sync.Cond
}

func newStage() *stage {
	s := &stage{}
	s.cond = sync.NewCond(&s.inner)
	return s
}

func (s *stage) await() {
	s.outer.Lock()
	defer s.outer.Unlock()
	s.inner.Lock()
	defer s.inner.Unlock()
	for !s.ready {
		s.cond.Wait() // want lock-across-wait "outer"
	}
}

func (s *stage) open() {
	s.inner.Lock()
	defer s.inner.Unlock()
	s.ready = true
	s.cond.Broadcast()
}
