// Run time: the poll happens in a function that answers whether to stop; the loop sleeps beside it.
package cases

import (
	"context"
	"time"
)

func over(ctx context.Context) bool {
	select {
	case <-ctx.Done():
		return true
	default:
		return false
	}
}

func report(ctx context.Context, emit func()) {
	for !over(ctx) {
		emit()
		time.Sleep(3 * time.Second) // want deaf-sleep "Sleep"
	}
}
