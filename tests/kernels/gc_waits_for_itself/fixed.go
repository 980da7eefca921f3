// A collector's sweep leaves the wait to the collector.
package main

import (
	"fmt"
	"sync"
)

type collector struct {
	workers sync.WaitGroup
	mu      sync.Mutex
	freed   int
}

func (c *collector) drain() { c.workers.Wait() }

func (c *collector) mark(n int) {
	defer c.workers.Done()
	c.mu.Lock()
	c.freed += n
	c.mu.Unlock()
}

func (c *collector) sweep(parts []int) {
	defer c.workers.Done()
	for _, n := range parts {
		c.workers.Add(1)
		go c.mark(n)
	}
}

func (c *collector) collect(parts []int) int {
	c.workers.Add(1)
	go c.sweep(parts)
	c.drain()
	return c.freed
}

func main() {
	c := &collector{}
	fmt.Println(c.collect([]int{1, 2, 3}))
}
