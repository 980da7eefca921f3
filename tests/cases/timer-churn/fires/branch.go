// curfew: --go 1.22
// Run time: only while something is pending a timer is made, and something is pending in almost every round.
package cases

import (
	"context"
	"time"
)

func batch(ctx context.Context, in <-chan string, write func([]string)) {
	var pending []string
	for {
		var flush <-chan time.Time
		if len(pending) > 0 {
			flush = time.After(time.Second) // want timer-churn "After"
		}
		select {
		case <-ctx.Done():
			return
		case line := <-in:
			pending = append(pending, line)
		case <-flush:
			write(pending)
			pending = nil
		}
	}
}
