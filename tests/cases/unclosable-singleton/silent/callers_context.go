// The first caller's context reaches the goroutine, and its cancellation ends the loop.
package cases

import (
	"context"
	"sync"
	"time"
)

var (
	once sync.Once
	seen int
)

func Ensure(ctx context.Context) {
	once.Do(func() {
		go func() {
			t := time.NewTicker(time.Second)
			defer t.Stop()
			for {
				select {
				case <-ctx.Done():
					return
				case <-t.C:
					seen++
				}
			}
		}()
	})
}
