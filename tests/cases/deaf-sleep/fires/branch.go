// Run time: only a failed attempt sleeps, and while the other side is down every attempt fails.
package cases

import (
	"context"
	"time"
)

func follow(ctx context.Context, attempt func(context.Context) error) error {
	for {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := attempt(ctx); err != nil {
			time.Sleep(5 * time.Second) // want deaf-sleep "Sleep"
			continue
		}
	}
}
