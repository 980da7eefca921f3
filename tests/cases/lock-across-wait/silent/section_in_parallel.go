// What is waited for is the section's own work, which goroutines do in parallel and without the lock.
package cases

import "sync"

type catalog struct {
	mu    sync.Mutex
	pages []string
}

func (c *catalog) rebuild(load func(int) string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	var wg sync.WaitGroup
	for k := range c.pages {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c.pages[k] = load(k)
		}()
	}
	wg.Wait()
}

func (c *catalog) page(k int) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.pages[k]
}
