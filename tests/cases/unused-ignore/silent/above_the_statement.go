package cases

import (
	"context"
	"time"
)

func load(ctx context.Context, fail bool) error {
	//curfew:ignore lost-cancel the caller ends it
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	if fail {
		return ctx.Err()
	}
	cancel()
	return nil
}
