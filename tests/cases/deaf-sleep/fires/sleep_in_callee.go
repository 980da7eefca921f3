// Run time: the sleep happens in a function that the loop calls and that has no context to listen to.
package cases

import (
	"context"
	"time"
)

func pause() {
	time.Sleep(3 * time.Second) // want deaf-sleep "Sleep"
}

func report(ctx context.Context, emit func()) {
	for {
		select {
		case <-ctx.Done():
			return
		default:
		}
		emit()
		pause()
	}
}
