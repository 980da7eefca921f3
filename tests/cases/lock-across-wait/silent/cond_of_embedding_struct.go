// The condition is made with a struct that embeds the lock: its Wait gives that lock back.
package cases

import "sync"

type gate struct {
	mu struct {
		sync.Mutex
		open bool
		cond *sync.Cond
	}
}

func newGate() *gate {
	g := &gate{}
	g.mu.cond = sync.NewCond(&g.mu)
	return g
}

func (g *gate) pass() {
	g.mu.Lock()
	defer g.mu.Unlock()
	for !g.mu.open {
		g.mu.cond.Wait()
	}
}

func (g *gate) set() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.mu.open = true
	g.mu.cond.Broadcast()
}
