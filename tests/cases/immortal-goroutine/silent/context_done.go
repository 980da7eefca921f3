// The select has a case for the caller's cancellation, and that case returns.
package cases

import (
	"context"
	"time"
)

func poll(ctx context.Context, probe func()) {
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
				probe()
			}
		}
	}()
}
