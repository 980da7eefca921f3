// curfew: --level advice
// The fresh context only stands in where the caller gave none.
package cases

import "context"

func await(ctx context.Context, ready <-chan struct{}) error {
	if ctx == nil {
		ctx = context.Background()
	}
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-ready:
		return nil
	}
}
