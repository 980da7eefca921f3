// curfew: --go 1.22 --level advice
// One timer is stopped, drained and set again each round.
package cases

import (
	"context"
	"time"
)

func consume(ctx context.Context, messages <-chan string, handle func(string), idle func()) {
	timer := time.NewTimer(time.Minute)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case m := <-messages:
			handle(m)
			if !timer.Stop() {
				<-timer.C
			}
		case <-timer.C:
			idle()
		}
		timer.Reset(time.Minute)
	}
}
