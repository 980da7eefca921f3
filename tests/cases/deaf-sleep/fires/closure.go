// Run time: the sleep lies in a function literal that every round calls.
package cases

import (
	"context"
	"time"
)

func report(ctx context.Context, emit func()) {
	step := func() {
		emit()
		time.Sleep(time.Second) // want deaf-sleep "Sleep"
	}
	for ctx.Err() == nil {
		step()
	}
}
