// The refresher is meant to outlive the request that starts it: the cache owns it, stops it and waits for it.
package cases

import (
	"context"
	"net/http"
	"sync"
)

type Cache struct {
	mu     sync.Mutex
	cancel context.CancelFunc
	done   chan struct{}
	ticks  chan struct{}
}

func (c *Cache) refresh(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-c.ticks:
		}
	}
}

func (c *Cache) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.cancel == nil {
		ctx, cancel := context.WithCancel(context.Background())
		c.cancel, c.done = cancel, make(chan struct{})
		go func() {
			defer close(c.done)
			c.refresh(ctx)
		}()
	}
	w.WriteHeader(http.StatusNoContent)
}

func (c *Cache) Close() {
	c.mu.Lock()
	cancel, done := c.cancel, c.done
	c.mu.Unlock()
	if cancel != nil {
		cancel()
		<-done
	}
}
