// The copy is of the data, taken under the lock, into a type without one.
package cases

import "sync"

type stats struct{ hits, misses int }

type cache struct {
	mu    sync.Mutex
	stats stats
}

func (c *cache) read() stats {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.stats
}
