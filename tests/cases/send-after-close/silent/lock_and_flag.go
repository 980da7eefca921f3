// curfew: --level advice
// A lock around both, and a flag that Submit asks.
package cases

import "sync"

type Pool struct {
	mu     sync.RWMutex
	closed bool
	jobs   chan func()
}

func NewPool() *Pool { return &Pool{jobs: make(chan func(), 8)} }

func (p *Pool) Jobs() <-chan func() { return p.jobs }

func (p *Pool) Submit(job func()) bool {
	p.mu.RLock()
	defer p.mu.RUnlock()
	if p.closed {
		return false
	}
	select {
	case p.jobs <- job:
		return true
	default:
		return false
	}
}

func (p *Pool) Close() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return
	}
	p.closed = true
	close(p.jobs)
}
