// Run time: nobody ever signals.
package cases

import "sync"

type pool struct {
	mu   sync.Mutex
	free *sync.Cond
	used int
	max  int
}

func newPool(max int) *pool {
	p := &pool{max: max}
	p.free = sync.NewCond(&p.mu)
	return p
}

func (p *pool) take() {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.used == p.max {
		p.free.Wait() // want lost-signal[error] "waits for a signal that nobody ever gives"
	}
	p.used++
}

func (p *pool) put() {
	p.mu.Lock()
	p.used--
	p.mu.Unlock()
}

func Use(work func()) {
	p := newPool(1)
	p.take()
	work()
	p.put()
}
