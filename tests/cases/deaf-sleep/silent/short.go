// curfew: --level advice
// The sleep is shorter than anyone notices at shutdown.
package cases

import (
	"context"
	"time"
)

const nap = 5 * time.Millisecond

func await(ctx context.Context, ready func() bool) error {
	for !ready() {
		if err := ctx.Err(); err != nil {
			return err
		}
		time.Sleep(nap)
	}
	return nil
}
