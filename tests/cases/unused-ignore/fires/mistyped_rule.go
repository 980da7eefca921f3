package cases

import (
	"context"
	"time"
)

func load(ctx context.Context, fail bool) error {
	//curfew:ignore lost-cancle the caller ends it // want unused-ignore "did you mean `lost-cancel`"
	ctx, cancel := context.WithTimeout(ctx, time.Second) // want lost-cancel "not called"
	if fail {
		return ctx.Err()
	}
	cancel()
	return nil
}
