// A receive gives up in one instance of the generic function: the other receives wait under the same live context.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

func receiveAll[T any](ctx context.Context, sources []chan T, into []T) error {
	var receives errgroup.Group // want bare-errgroup "receives"
	for i, src := range sources {
		receives.Go(func() error {
			v, err := receive(ctx, src)
			into[i] = v
			return err
		})
	}
	return receives.Wait()
}

func receive[T any](ctx context.Context, src <-chan T) (v T, err error) {
	select {
	case v = <-src:
	case <-ctx.Done():
		err = ctx.Err()
	}
	return v, err
}
