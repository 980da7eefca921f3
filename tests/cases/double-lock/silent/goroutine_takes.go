// The goroutine that takes it is another one, and waits its turn.
package cases

import "sync"

type counter struct {
	mu sync.Mutex
	n  int
}

func (c *counter) add(done chan<- struct{}) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.n++
	done <- struct{}{}
}

func (c *counter) start() {
	done := make(chan struct{}, 1)
	c.mu.Lock()
	go c.add(done)
	c.n++
	c.mu.Unlock()
	<-done
}
