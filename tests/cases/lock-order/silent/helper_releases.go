// Run time: the helper gives the first lock back, does its work, and takes it again.
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
	c.unlocked()
	return c.data[key]
}

func (c *Cache) unlocked() {
	c.mu.Unlock()
	c.stats.Lock()
	c.hits++
	c.stats.Unlock()
	c.mu.Lock()
}

func (c *Cache) Report() (int, int) {
	c.stats.Lock()
	defer c.stats.Unlock()
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.hits, len(c.data)
}
