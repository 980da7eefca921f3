// curfew: --level advice
// The deferred cancel runs last: the loop gets its signal and may still write when the next test begins.
package cases

import (
	"context"
	"testing"
	"time"
)

func TestPoll(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	polls := make(chan int, 1)
	go func() { // want test-outlived[advice] "TestPoll"
		clock := time.NewTicker(time.Millisecond)
		defer clock.Stop()
		for n := 0; ; n++ {
			select {
			case <-ctx.Done():
				return
			case <-clock.C:
				select {
				case polls <- n:
				default:
				}
			}
		}
	}()
	<-polls
}
