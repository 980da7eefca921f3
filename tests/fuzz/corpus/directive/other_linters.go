package cases

import (
	"context"
	"time"
)

func load(ctx context.Context, fail bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second) //nolint:govet,curfew // the caller ends it
	if fail {
		return ctx.Err() //nolint:wrapcheck
	}
	cancel()
	return nil //nolint
}
