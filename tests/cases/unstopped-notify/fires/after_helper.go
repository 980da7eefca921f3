// Run time: the helper gets the loop's context each time.
package cases

import (
	"context"
	"sync"
)

func attempt(ctx context.Context, mu *sync.Mutex, cond *sync.Cond, ready func() bool) {
	context.AfterFunc(ctx, cond.Broadcast) // want unstopped-notify[warning] "registers with ctx"
	mu.Lock()
	for !ready() && ctx.Err() == nil {
		cond.Wait()
	}
	mu.Unlock()
}

func repeat(ctx context.Context, n int, mu *sync.Mutex, cond *sync.Cond, ready func() bool) {
	for i := 0; i < n; i++ {
		attempt(ctx, mu, cond, ready)
	}
}
