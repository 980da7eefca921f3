// Run time: the write lock waits for all read locks, this one among them.
package cases

import "sync"

type cache struct {
	mu    sync.RWMutex
	items map[string]int
}

func (c *cache) get(name string) int {
	c.mu.RLock()
	defer c.mu.RUnlock()
	v, ok := c.items[name]
	if !ok {
		c.mu.Lock() // want double-lock[error] "c.mu.Lock is called while c.mu.RLock"
		c.items[name] = 1
		c.mu.Unlock()
	}
	return v
}
