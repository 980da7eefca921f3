// Run time: generic code with the same shape.
package cases

import "context"

func await[T any](ctx context.Context, f func() T) (T, error) {
	out := make(chan T)
	go func() { out <- f() }() // want abandoned-sender[error] "out"
	select {
	case v := <-out:
		return v, nil
	case <-ctx.Done():
		var none T
		return none, ctx.Err()
	}
}
