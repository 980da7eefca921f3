// Run time: the cancellation arrives just after the poll, and the loop sleeps its full two seconds before it looks again.
package cases

import (
	"context"
	"time"
)

func report(ctx context.Context, emit func()) {
	for {
		select {
		case <-ctx.Done():
			return
		default:
		}
		emit()
		time.Sleep(2 * time.Second) // want deaf-sleep "Sleep"
	}
}
