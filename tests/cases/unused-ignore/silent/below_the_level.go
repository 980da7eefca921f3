// curfew: --level error
package cases

import (
	"context"
	"time"
)

func load(ctx context.Context) error {
	//curfew:ignore lost-cancel its level is below what is asked for
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return ctx.Err()
}
