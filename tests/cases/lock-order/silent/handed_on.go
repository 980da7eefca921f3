// Run time: the goroutine takes the lock for somebody else, who gives it back; it holds nothing when it
// goes on.
package cases

import "sync"

type Fake struct {
	mu sync.Mutex
	n  int
}

type Client struct {
	mu   sync.Mutex
	fake *Fake
}

func (c *Client) Stop() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.fake.set(0)
}

func (f *Fake) set(n int) {
	f.mu.Lock()
	f.n = n
	f.mu.Unlock()
}

func Drive(c *Client) {
	go func() {
		c.fake.mu.Lock()
		c.Stop()
	}()
	c.fake.mu.Unlock()
}
