// Run time: three wait for the gate, and the signal wakes one of them.
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
	g.opened.Signal() // want lost-signal[warning] "g.opened.Signal wakes one"
	g.mu.Unlock()
}

func main() {
	g := new(gate)
	g.opened = sync.NewCond(&g.mu)
	var wg sync.WaitGroup
	for i := 0; i < 3; i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			g.wait()
		}()
	}
	g.open()
	wg.Wait()
}
