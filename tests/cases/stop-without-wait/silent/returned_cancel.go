// The caller gets a cancel function, whose type promises no wait.
package cases

import (
	"context"
	"sync/atomic"
	"time"
)

var ticks atomic.Int64

func Tick() context.CancelFunc {
	ctx, cancel := context.WithCancel(context.Background())
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
				ticks.Add(1)
			}
		}
	}()
	return cancel
}
