// Run time: the reply does not come, and the receive keeps the lock.
package cases

import "sync"

type phone struct {
	mu    sync.Mutex
	calls int
	reply chan string
}

func (p *phone) ask() string {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.calls++
	return <-p.reply // want lock-across-wait "mu"
}
