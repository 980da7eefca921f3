// curfew: --go 1.22
// Run time: the timer is made in a function that each round calls.
package cases

import (
	"context"
	"time"
)

func idleTimeout() <-chan time.Time {
	return time.After(5 * time.Minute) // want timer-churn "After"
}

func consume(ctx context.Context, messages <-chan string, handle func(string)) {
	for {
		select {
		case <-ctx.Done():
			return
		case m := <-messages:
			handle(m)
		case <-idleTimeout():
			return
		}
	}
}
