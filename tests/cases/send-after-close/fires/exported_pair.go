// curfew: --level advice
// Nothing keeps callers that are not seen from calling Submit during or after Close.
package cases

import "sync"

type Pool struct {
	jobs chan func()
	once sync.Once
}

func NewPool() *Pool { return &Pool{jobs: make(chan func())} }

func (p *Pool) Jobs() <-chan func() { return p.jobs }

func (p *Pool) Submit(job func()) {
	p.jobs <- job // want send-after-close[advice] "Pool.Submit panics when it is called during or after Pool.Close"
}

func (p *Pool) Close() {
	p.once.Do(func() { close(p.jobs) })
}
