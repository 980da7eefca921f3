// A gate that opens for all wakes all.
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
		g.opened.Wait()
	}
	g.mu.Unlock()
}

func (g *gate) open() {
	g.mu.Lock()
	g.isOpen = true
	g.opened.Broadcast()
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
