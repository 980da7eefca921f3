//curfew:ignore-file lost-cancel the callers end them

package cases

import (
	"context"
	"time"
)

func load(ctx context.Context, fail bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	if fail {
		return ctx.Err()
	}
	cancel()
	return nil
}
