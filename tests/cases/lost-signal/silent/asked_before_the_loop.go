package a

import "sync"

type granter struct {
	mu       sync.Mutex
	idle     *sync.Cond
	granting bool
	closed   bool
}

func newGranter() *granter {
	g := &granter{}
	g.idle = sync.NewCond(&g.mu)
	return g
}

// Whether it is closed is asked before and after, and not waited for.
func (g *granter) grant(work func()) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed {
		return
	}
	for g.granting {
		g.idle.Wait()
	}
	if g.closed {
		return
	}
	g.granting = true
	g.mu.Unlock()
	work()
	g.mu.Lock()
	g.granting = false
	g.idle.Broadcast()
}

func (g *granter) close() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = true
	for g.granting {
		g.idle.Wait()
	}
}

func Run(work func()) {
	g := newGranter()
	go g.grant(work)
	g.grant(work)
	g.close()
}
