// curfew: --level advice
// Listening for the end does not help: a select may pick the send on the closed channel.
package cases

import "sync"

type Pool struct {
	jobs   chan func()
	closed chan struct{}
	once   sync.Once
}

func NewPool() *Pool { return &Pool{jobs: make(chan func()), closed: make(chan struct{})} }

func (p *Pool) Jobs() <-chan func() { return p.jobs }

func (p *Pool) Submit(job func()) bool {
	select {
	case p.jobs <- job: // want send-after-close[advice] "during or after Pool.Close"
		return true
	case <-p.closed:
		return false
	}
}

func (p *Pool) Close() {
	p.once.Do(func() {
		close(p.closed)
		close(p.jobs)
	})
}
