// Run time: what was deferred last runs first, while the lock is still held.
package cases

import "sync"

type Pool struct {
	mu   sync.Mutex
	meta sync.Mutex
	free int
	used int
}

func (p *Pool) Take() {
	p.mu.Lock()
	defer p.mu.Unlock()
	defer p.note() // want lock-order "p.note takes p.meta while p.mu is held"
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

func (p *Pool) Free() int {
	p.meta.Lock()
	defer p.meta.Unlock()
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.free
}
