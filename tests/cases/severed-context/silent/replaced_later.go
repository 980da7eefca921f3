// curfew: --level advice
// The variable starts as a fresh context and takes the caller's before anything waits under it.
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
	ctx := context.Background()
	if parent != nil {
		ctx = parent
	}
	return await(ctx, ready)
}
