// curfew: --level advice
// The duration is computed, from constants that stay under the bound.
package cases

import (
	"context"
	"time"
)

func await(ctx context.Context, ready func() bool) error {
	step := time.Second / 500
	for ctx.Err() == nil && !ready() {
		time.Sleep(step + 3*time.Millisecond)
	}
	return ctx.Err()
}
