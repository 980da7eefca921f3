// Run time: the timeout bounds the wait, but the caller's cancellation still does not reach it: the root is fresh.
package cases

import (
	"context"
	"time"
)

func await(ctx context.Context, ready <-chan struct{}) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-ready:
		return nil
	}
}

func start(ctx context.Context, ready <-chan struct{}) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	limited, cancel := context.WithTimeout(context.Background(), time.Minute) // want severed-context "ctx"
	defer cancel()
	return await(limited, ready)
}
