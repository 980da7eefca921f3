// Run time: naming the cancel function only to please the compiler calls it on no path at all.
package cases

import (
	"context"
	"time"
)

func probe(parent context.Context, until time.Time, ping func(context.Context) error) error {
	ctx, cancel := context.WithDeadline(parent, until) // want lost-cancel "cancel"
	_ = cancel
	return ping(ctx)
}
