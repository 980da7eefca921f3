// Run time: the fresh context is made two statements before the wait that it severs.
package cases

import "context"

func await(ctx context.Context, ready <-chan struct{}) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-ready:
		return nil
	}
}

func start(parent context.Context, ready <-chan struct{}) error {
	background := context.Background() // want severed-context "parent"
	if parent.Err() != nil {
		return parent.Err()
	}
	return await(background, ready)
}
