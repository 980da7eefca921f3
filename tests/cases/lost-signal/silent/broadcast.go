// curfew: --level advice
// Run time: all who wait for the flag are woken.
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
}

func (l *Latch) Set() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.set = true
	l.cond.Broadcast()
}
