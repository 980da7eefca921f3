package cases

import (
	"context"
	"time"
)

//curfew:ignore all this is an example of how it fails
func load(ctx context.Context, fail bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	if fail {
		return ctx.Err()
	}
	cancel()
	return nil
}
