// Run time: the signal is given by whoever is handed it.
package cases

import (
	"context"
	"sync"
)

func Wait(ctx context.Context) {
	var mu sync.Mutex
	cond := sync.NewCond(&mu)
	stop := context.AfterFunc(ctx, cond.Broadcast)
	defer stop()
	mu.Lock()
	for ctx.Err() == nil {
		cond.Wait()
	}
	mu.Unlock()
}
