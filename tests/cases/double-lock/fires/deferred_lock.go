// Run time: Lock is deferred where Unlock was meant; it runs at the return, with the lock held.
package cases

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add() {
	c.mu.Lock()       // want missing-unlock "never undone"
	defer c.mu.Lock() // want double-lock "c.mu.Lock is called while c.mu.Lock"
	c.n++
}
