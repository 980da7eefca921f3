// A wait times out in one function: the siblings wait on for the caller's context, which nobody cancels.
package cases

import (
	"context"
	"errors"
	"time"

	"golang.org/x/sync/errgroup"
)

func awaitAll(ctx context.Context, ready []chan struct{}) error {
	waits := errgroup.Group{} // want bare-errgroup "waits"
	for _, r := range ready {
		waits.Go(func() error { return await(ctx, r) })
	}
	return waits.Wait()
}

func await(ctx context.Context, ready <-chan struct{}) error {
	select {
	case <-ready:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Minute):
		return errors.New("not ready")
	}
}
