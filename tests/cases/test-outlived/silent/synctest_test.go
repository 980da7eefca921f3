// curfew: --level advice
// Inside a bubble the test waits for every goroutine, and reports a deadlock if one stays.
package cases

import (
	"context"
	"testing"
	"testing/synctest"
	"time"
)

func TestTicks(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		ticks := 0
		go func() {
			clock := time.NewTicker(time.Second)
			defer clock.Stop()
			for {
				select {
				case <-clock.C:
					ticks++
				case <-ctx.Done():
					return
				}
			}
		}()
		time.Sleep(3500 * time.Millisecond)
		synctest.Wait()
		if ticks != 3 {
			t.Errorf("%d ticks", ticks)
		}
	})
}
