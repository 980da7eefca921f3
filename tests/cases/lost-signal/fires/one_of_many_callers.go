// curfew: --level advice
// Run time: as many wait as callers call Wait; the signal wakes one.
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
	l.cond.Signal() // want lost-signal[advice] "l.cond.Signal wakes one"
}
