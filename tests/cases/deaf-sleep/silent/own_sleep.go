// curfew: --level advice
// The method called Sleep is not time.Sleep: it listens to the context that its value keeps.
package cases

import (
	"context"
	"time"
)

type clock struct{ done <-chan struct{} }

func (c clock) Sleep(d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-c.done:
	case <-timer.C:
	}
}

func report(ctx context.Context, emit func()) {
	time := clock{done: ctx.Done()}
	for ctx.Err() == nil {
		emit()
		time.Sleep(1_000_000_000)
	}
}
