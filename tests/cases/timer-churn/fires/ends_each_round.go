// curfew: --go 1.22 --level advice
// Run time: one timer a round, each fired before the next is made: garbage, not a heap that grows.
package cases

import (
	"context"
	"time"
)

func watch(ctx context.Context, look func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second): // want timer-churn[advice] "After"
			look()
		}
	}
}
