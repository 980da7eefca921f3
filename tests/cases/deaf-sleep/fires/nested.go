// Run time: the outer loop polls, the inner one sleeps up to three times before the outer looks again.
package cases

import (
	"context"
	"time"
)

func watch(ctx context.Context, probe func() bool) {
	for {
		select {
		case <-ctx.Done():
			return
		default:
		}
		for range 3 {
			if probe() {
				break
			}
			time.Sleep(time.Second) // want deaf-sleep "Sleep"
		}
	}
}
