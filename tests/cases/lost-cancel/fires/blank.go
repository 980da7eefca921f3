// Run time: send returns long before the minute is over, so the timer and parent's entry for ctx live on until it fires.
package cases

import (
	"context"
	"time"
)

func deliver(parent context.Context, send func(context.Context) error) error {
	ctx, _ := context.WithTimeout(parent, time.Minute) // want lost-cancel "WithTimeout"
	return send(ctx)
}
