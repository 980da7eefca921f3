// curfew: --level advice
// The sleep comes after the signal was seen, as a grace period, and then the loop is left.
package cases

import (
	"context"
	"time"
)

func serve(ctx context.Context, jobs <-chan func()) {
	for {
		select {
		case <-ctx.Done():
			time.Sleep(2 * time.Second)
			return
		case job := <-jobs:
			job()
		}
	}
}
