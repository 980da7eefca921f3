package cases

import (
	"context"
	"time"
)

func load(ctx context.Context) error {
	//curfew:ignore lost-cancel the caller ends it // want unused-ignore "`lost-cancel` finds nothing"
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return ctx.Err()
}
