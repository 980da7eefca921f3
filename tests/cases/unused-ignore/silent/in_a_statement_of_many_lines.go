package cases

import (
	"context"
	"time"
)

func load(ctx context.Context, fail bool) error {
	//curfew:ignore lost-cancel the parent lives for a request
	if fail {
		ctx, _ := context.WithTimeout(ctx, time.Second)
		return ctx.Err()
	}
	return nil
}
