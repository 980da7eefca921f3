// Run time: the body asks the context at its start and then sleeps without it.
package cases

import (
	"context"
	"time"
)

func poll(ctx context.Context, ready func() bool) error {
	for !ready() {
		if err := ctx.Err(); err != nil {
			return err
		}
		time.Sleep(250 * time.Millisecond) // want deaf-sleep "Sleep"
	}
	return nil
}
