// Run time: the goroutine runs a method value whose body polls and sleeps.
package cases

import (
	"context"
	"time"
)

type reporter struct{ lines int }

func (r *reporter) loop(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		default:
		}
		time.Sleep(time.Second) // want deaf-sleep "Sleep"
		r.lines++
	}
}

func startReporter(ctx context.Context, r *reporter) {
	loop := r.loop
	go loop(ctx)
}
