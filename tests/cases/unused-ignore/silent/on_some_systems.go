package cases

import (
	"context"
	"time"
)

func load(ctx context.Context) error {
	//curfew:ignore lost-cancel,unused-ignore not called on every system
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return ctx.Err()
}
