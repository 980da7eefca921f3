// Run time: what was deferred first runs last, when the lock has been given back.
package cases

import "sync"

type Pool struct {
	mu   sync.Mutex
	meta sync.Mutex
	free int
	used int
}

func (p *Pool) Take() {
	defer p.note()
	p.mu.Lock()
	defer p.mu.Unlock()
	p.free--
}

func (p *Pool) note() {
	p.meta.Lock()
	p.used++
	p.meta.Unlock()
}

func (p *Pool) Used() (int, int) {
	p.meta.Lock()
	defer p.meta.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.used, p.free
}
