// curfew: --go 1.22 --level advice
// Run time: the select is a helper that tells the loop whether to go on.
package cases

import (
	"context"
	"time"
)

func pause(ctx context.Context) bool {
	select {
	case <-ctx.Done():
		return false
	case <-time.After(time.Second): // want timer-churn[advice] "After"
		return true
	}
}

func watch(ctx context.Context, path string, check func(string)) {
	for pause(ctx) {
		check(path)
	}
}
