// Run time: the flag is set by a helper, and whoever calls that wakes all.
package cases

import "sync"

type gate struct {
	mu   sync.Mutex
	cond *sync.Cond
	open bool
}

func newGate() *gate {
	g := &gate{}
	g.cond = sync.NewCond(&g.mu)
	return g
}

func (g *gate) mark() { g.open = true }

func (g *gate) release() {
	g.mu.Lock()
	g.mark()
	g.mu.Unlock()
	g.cond.Broadcast()
}

func (g *gate) pass() {
	g.mu.Lock()
	for !g.open {
		g.cond.Wait()
	}
	g.mu.Unlock()
}

func Run() {
	g := newGate()
	go g.release()
	g.pass()
}
