// Run time: limit is positive, the second assignment replaces the first cancel function before anything has called it.
package cases

import (
	"context"
	"time"
)

func watch(parent context.Context, limit time.Duration, follow func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent) // want lost-cancel "cancel"
	if limit > 0 {
		ctx, cancel = context.WithTimeout(ctx, limit)
	}
	defer cancel()
	return follow(ctx)
}
