package cases

import (
	"context"
	"time"
)

func load(ctx context.Context, fail bool) error {
	//curfew:ignore lost-cancel,late-add the caller ends it // want unused-ignore "`late-add` finds nothing"
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	if fail {
		return ctx.Err()
	}
	cancel()
	return nil
}
