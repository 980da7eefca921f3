// Run time: the loop's condition asks the context only between two sleeps.
package cases

import (
	"context"
	"time"
)

func report(ctx context.Context, emit func()) {
	for ctx.Err() == nil {
		emit()
		time.Sleep(time.Minute) // want deaf-sleep "Sleep"
	}
}
