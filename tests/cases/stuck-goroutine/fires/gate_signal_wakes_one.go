// Run time: A gate opens for all and signals one: the other that waits stays shut out.
package cases

import (
	"sync"
	"time"
)

type gate struct {
	mu     sync.Mutex
	opened *sync.Cond
	isOpen bool
}

func newGate() *gate {
	g := new(gate)
	g.opened = sync.NewCond(&g.mu)
	return g
}

func (g *gate) wait() {
	g.mu.Lock()
	for !g.isOpen {
		g.opened.Wait() // want stuck-goroutine "nobody signals any more"
	}
	g.mu.Unlock()
}

func (g *gate) open() {
	g.mu.Lock()
	g.isOpen = true
	g.opened.Signal()
	g.mu.Unlock()
}

func use() {
	g := newGate()
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			g.wait()
		}()
	}
	time.Sleep(5 * time.Millisecond)
	g.open()
	wg.Wait()
}
