// Run time: the sleep is called through a local variable that holds time.Sleep.
package cases

import (
	"context"
	"time"
)

func report(ctx context.Context, emit func()) {
	sleep := time.Sleep
	for {
		if ctx.Err() != nil {
			return
		}
		emit()
		sleep(time.Second) // want deaf-sleep "leep"
	}
}
