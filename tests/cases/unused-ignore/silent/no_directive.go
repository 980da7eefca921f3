package cases

import (
	"context"
	"time"
)

func load(ctx context.Context) error {
	// curfew:ignore is written without a blank in front; this is a sentence.
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return ctx.Err()
}
