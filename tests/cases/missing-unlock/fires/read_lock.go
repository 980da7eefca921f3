// Run time: the read lock that is left blocks the next writer, and it all later readers.
package cases

import "sync"

type cache struct {
	mu    sync.RWMutex
	items map[string]int
}

func (c *cache) get(name string) (int, bool) {
	c.mu.RLock() // want missing-unlock "c.mu.RLock"
	v, ok := c.items[name]
	if !ok {
		return 0, false
	}
	c.mu.RUnlock()
	return v, true
}
