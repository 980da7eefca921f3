// Run time: the loop lies in a generic function.
package cases

import (
	"context"
	"time"
)

func collect[T any](ctx context.Context, n int, next func() (T, bool)) []T {
	var all []T
	for len(all) < n {
		select {
		case <-ctx.Done():
			return all
		default:
		}
		if v, ok := next(); ok {
			all = append(all, v)
			continue
		}
		time.Sleep(50 * time.Millisecond) // want deaf-sleep "Sleep"
	}
	return all
}

func ints(ctx context.Context, next func() (int, bool)) []int {
	return collect(ctx, 10, next)
}
