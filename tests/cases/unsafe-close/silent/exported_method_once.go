// curfew: --level advice
// The Once makes a second call harmless.
package cases

import "sync"

type Pool struct {
	once sync.Once
	quit chan struct{}
}

func NewPool() *Pool { return &Pool{quit: make(chan struct{})} }

func (p *Pool) Quit() <-chan struct{} { return p.quit }

func (p *Pool) Close() {
	p.once.Do(func() { close(p.quit) })
}
