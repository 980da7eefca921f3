// Run time: the sleep is the default case itself: whenever there is no job, nobody listens for half a second.
package cases

import (
	"context"
	"time"
)

func drainJobs(ctx context.Context, jobs <-chan func()) {
	for {
		select {
		case <-ctx.Done():
			return
		case job := <-jobs:
			job()
		default:
			time.Sleep(500 * time.Millisecond) // want deaf-sleep "Sleep"
		}
	}
}
