// curfew: --level advice
// Run time: whoever is woken wakes the next.
package cases

import "sync"

type Latch struct {
	mu   sync.Mutex
	cond *sync.Cond
	set  bool
}

func NewLatch() *Latch {
	l := &Latch{}
	l.cond = sync.NewCond(&l.mu)
	return l
}

func (l *Latch) Wait() {
	l.mu.Lock()
	defer l.mu.Unlock()
	for !l.set {
		l.cond.Wait()
	}
	l.cond.Signal()
}

func (l *Latch) Set() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.set = true
	l.cond.Signal()
}
