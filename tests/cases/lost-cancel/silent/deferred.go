// curfew: --level advice
// Every return runs the deferred call.
package cases

import (
	"context"
	"time"
)

func deliver(parent context.Context, send func(context.Context) error) error {
	ctx, cancel := context.WithTimeout(parent, time.Minute)
	defer cancel()
	if err := send(ctx); err != nil {
		return err
	}
	return send(ctx)
}
