package cases

import (
	"context"
	"time"
)

func load(ctx context.Context, fail bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second) // want lost-cancel "not called"
	//curfew:ignore lost-cancel the caller ends it // want unused-ignore "`lost-cancel` finds nothing"
	if fail {
		return ctx.Err()
	}
	cancel()
	return nil
}
