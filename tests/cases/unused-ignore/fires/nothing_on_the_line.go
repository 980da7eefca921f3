package cases

import (
	"context"
	"time"
)

func load(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second) //curfew:ignore lost-cancel the caller ends it // want unused-ignore "`lost-cancel` finds nothing"
	defer cancel()
	return ctx.Err()
}
