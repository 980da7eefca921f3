// Run time: the loop with its poll and its sleep is a function that the goroutine's literal calls.
package cases

import (
	"context"
	"time"
)

func reportUntil(ctx context.Context, report func()) {
	for {
		select {
		case <-ctx.Done():
			return
		default:
		}
		time.Sleep(time.Second) // want deaf-sleep "Sleep"
		report()
	}
}

func startReporter(ctx context.Context, report func()) {
	go func() {
		reportUntil(ctx, report)
	}()
}
