// Run time: only the quiet branch gives the lock back before its return; the other sends with it.
package cases

import "sync"

type counter struct {
	mu    sync.Mutex
	n     int
	quiet bool
	out   chan int
}

func (c *counter) add() {
	c.mu.Lock()
	c.n++
	if c.quiet {
		c.mu.Unlock()
		return
	}
	c.out <- c.n // want lock-across-wait "mu"
	c.mu.Unlock()
}
