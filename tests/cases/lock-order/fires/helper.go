// Run time: the second lock is taken two calls down, in a helper that others use as well.
package cases

import "sync"

type Cache struct {
	mu    sync.Mutex
	stats sync.Mutex
	data  map[string]string
	hits  int
}

func (c *Cache) Get(key string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.touch()
	return c.data[key]
}

func (c *Cache) touch() { c.count(1) }

func (c *Cache) count(n int) {
	c.stats.Lock()
	defer c.stats.Unlock()
	c.hits += n
}

func (c *Cache) Report() (int, int) {
	c.stats.Lock()
	defer c.stats.Unlock()
	return c.hits, c.size() // want lock-order "c.size takes c.mu while c.stats is held"
}

func (c *Cache) size() int {
	c.mu.Lock()
	defer c.mu.Unlock()
	return len(c.data)
}
