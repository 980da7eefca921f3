// curfew: --level advice
// A ticker paces the loop; each wait listens.
package cases

import (
	"context"
	"time"
)

func report(ctx context.Context, emit func()) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			emit()
		}
	}
}
