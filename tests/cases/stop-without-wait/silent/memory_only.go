// The loop counts in memory: whether it ends before or after Stop returns makes no difference.
package cases

import (
	"context"
	"sync/atomic"
	"time"
)

type Counter struct {
	n      atomic.Int64
	cancel context.CancelFunc
}

func (c *Counter) Start() {
	ctx, cancel := context.WithCancel(context.Background())
	c.cancel = cancel
	go c.run(ctx)
}

func (c *Counter) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second):
			c.n.Add(1)
		}
	}
}

func (c *Counter) Stop() { c.cancel() }
