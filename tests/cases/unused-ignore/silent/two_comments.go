package cases

import (
	"context"
	"time"
)

//curfew:ignore lost-cancel the callers end them
func load(ctx context.Context, fail bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second) //curfew:ignore lost-cancel and so does this one
	if fail {
		return ctx.Err()
	}
	cancel()
	return nil
}
