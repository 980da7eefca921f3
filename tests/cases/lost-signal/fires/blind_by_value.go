// Run time: the same for a condition that is a field by value, whose lock is taken through it.
package cases

import "sync"

type Gate struct {
	cond sync.Cond
	mu   sync.Mutex
	n    int
}

func NewGate() *Gate {
	g := &Gate{}
	g.cond.L = &g.mu
	return g
}

func (g *Gate) Open() {
	g.cond.L.Lock()
	g.n++
	g.cond.L.Unlock()
	g.cond.Broadcast()
}

func (g *Gate) Pass() int {
	g.cond.L.Lock()
	defer g.cond.L.Unlock()
	g.cond.Wait() // want lost-signal "g.cond.Wait waits without looking first"
	return g.n
}
