// curfew: --go 1.22 --level advice
// One ticker, stopped when the function returns.
package cases

import (
	"context"
	"time"
)

func watch(ctx context.Context, changes <-chan string, look func()) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-changes:
			look()
		case <-ticker.C:
			look()
		}
	}
}
