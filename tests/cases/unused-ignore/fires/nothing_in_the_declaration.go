package cases

import (
	"context"
	"time"
)

// load asks once.
//
//curfew:ignore lost-cancel the caller ends it // want unused-ignore "`lost-cancel` finds nothing"
func load(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return ctx.Err()
}
