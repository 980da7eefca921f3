// Run time: the function literal runs for every item and discards a cancel function each time.
package cases

import (
	"context"
	"time"
)

func visit(parent context.Context, items []string, each func(context.Context, string) error) error {
	one := func(item string) error {
		ctx, _ := context.WithTimeoutCause(parent, time.Minute, context.DeadlineExceeded) // want lost-cancel "WithTimeoutCause"
		return each(ctx, item)
	}
	for _, item := range items {
		if err := one(item); err != nil {
			return err
		}
	}
	return nil
}
