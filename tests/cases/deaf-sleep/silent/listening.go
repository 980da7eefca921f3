// curfew: --level advice
// The pause is a select that ends with the context.
package cases

import (
	"context"
	"time"
)

func report(ctx context.Context, emit func()) {
	pause := time.NewTimer(time.Second)
	defer pause.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-pause.C:
			emit()
			pause.Reset(time.Second)
		}
	}
}
