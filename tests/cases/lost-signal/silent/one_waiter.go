// Run time: there is one who waits.
package main

import "sync"

type gate struct {
	mu     sync.Mutex
	opened *sync.Cond
	isOpen bool
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
	g.opened.Signal()
	g.mu.Unlock()
}

func main() {
	g := new(gate)
	g.opened = sync.NewCond(&g.mu)
	done := make(chan struct{})
	go func() {
		g.wait()
		close(done)
	}()
	g.open()
	<-done
}
