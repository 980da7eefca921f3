// A gossip peer copies the other's state before it takes its own lock.
package main

import (
	"sync"
	"time"
)

type peer struct {
	mu    sync.Mutex
	state map[string]int
}

func (p *peer) copyOf() map[string]int {
	p.mu.Lock()
	defer p.mu.Unlock()
	out := make(map[string]int, len(p.state))
	for k, v := range p.state {
		out[k] = v
	}
	return out
}

func (p *peer) merge(other *peer) {
	theirs := other.copyOf()
	time.Sleep(time.Millisecond)
	p.mu.Lock()
	defer p.mu.Unlock()
	for k, v := range theirs {
		p.state[k] = max(p.state[k], v)
	}
}

func main() {
	a := &peer{state: map[string]int{"x": 1}}
	b := &peer{state: map[string]int{"x": 2}}
	var wg sync.WaitGroup
	for _, pair := range [][2]*peer{{a, b}, {b, a}} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := 0; i < 20; i++ {
				pair[0].merge(pair[1])
			}
		}()
	}
	wg.Wait()
}
