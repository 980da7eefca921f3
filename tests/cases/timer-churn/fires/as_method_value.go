// curfew: --go 1.22 --level advice
// Run time: the loop is a method that is called as a method value.
package cases

import (
	"context"
	"time"
)

type watcher struct{ checks int }

func (w *watcher) loop(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(time.Second): // want timer-churn[advice] "After"
			w.checks++
		}
	}
}

func watch(ctx context.Context) int {
	var w watcher
	loop := w.loop
	loop(ctx)
	return w.checks
}
