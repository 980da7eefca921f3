package cases

import (
	"context"
	"time"
)

//curfew:ignore all this is an example // want unused-ignore "`all` finds nothing"
func load(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return ctx.Err()
}
