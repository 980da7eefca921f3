// curfew: --level advice
// The back-off between attempts ends with the context.
package cases

import (
	"context"
	"time"
)

func sleep(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-timer.C:
		return nil
	}
}

func follow(ctx context.Context, attempt func(context.Context) error) error {
	wait := 50 * time.Millisecond
	for attempt(ctx) != nil {
		if err := sleep(ctx, wait); err != nil {
			return err
		}
		wait *= 2
	}
	return nil
}
