// curfew: --level advice
// Run time: the flag stays set, so that one look is enough; until somebody takes it back.
package cases

import "sync"

type once struct {
	mu    sync.Mutex
	cond  *sync.Cond
	ready bool
}

func (o *once) set() {
	o.mu.Lock()
	o.ready = true
	o.mu.Unlock()
	o.cond.Broadcast()
}

func (o *once) get() {
	o.mu.Lock()
	if !o.ready {
		o.cond.Wait() // want lost-signal[advice] "is not in a loop around its condition"
	}
	o.mu.Unlock()
}

func Run() {
	o := &once{}
	o.cond = sync.NewCond(&o.mu)
	go o.set()
	o.get()
}
