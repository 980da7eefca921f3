package cases

import (
	"context"
	"time"
)

func load(ctx context.Context, fail bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second) //curfew:ignore lost-cancel the caller ends it
	if fail {
		return ctx.Err()
	}
	cancel()
	return nil
}
