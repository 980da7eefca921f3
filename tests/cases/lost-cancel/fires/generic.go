// Run time: load fails, and the instance of the generic function returns the zero value without cancelling.
package cases

import (
	"context"
	"time"
)

func within[T any](parent context.Context, load func(context.Context) (T, error)) (T, error) {
	ctx, cancel := context.WithTimeout(parent, time.Second) // want lost-cancel "cancel"
	value, err := load(ctx)
	if err != nil {
		var zero T
		return zero, err
	}
	cancel()
	return value, nil
}

func lengths(parent context.Context, load func(context.Context) (int, error)) (int, error) {
	return within(parent, load)
}
