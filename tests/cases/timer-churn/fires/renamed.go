// curfew: --go 1.22 --level advice
// Run time: each round of the patrol makes a timer that ends the round.
package cases

import (
	"context"
	"time"
)

type fence struct{ gaps int }

func (f *fence) inspect(side string) { f.gaps += len(side) }

func patrol(shift context.Context, f *fence, side string) {
	for {
		select {
		case <-shift.Done():
			return
		case <-time.After(20 * time.Second): // want timer-churn[advice] "After"
			f.inspect(side)
		}
	}
}
