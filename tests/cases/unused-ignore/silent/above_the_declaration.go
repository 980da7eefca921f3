package cases

import (
	"context"
	"time"
)

// load asks once.
//
//curfew:ignore lost-cancel the caller ends it
func load(ctx context.Context, fail bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	if fail {
		return ctx.Err()
	}
	cancel()
	return nil
}
