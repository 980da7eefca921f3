// Run time: the select has no default, so it waits for one of its two cases with the lock held.
package cases

import (
	"context"
	"sync"
)

type hub struct {
	mu     sync.Mutex
	count  int
	events chan int
}

func (h *hub) publish(ctx context.Context) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.count++
	select { // want lock-across-wait "mu"
	case <-ctx.Done():
		return ctx.Err()
	case h.events <- h.count:
		return nil
	}
}
