// curfew: --level advice
// The duty passes to the caller, who defers the call.
package cases

import (
	"context"
	"time"
)

func withBudget(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, cancel := context.WithTimeout(parent, 10*time.Second)
	return ctx, cancel
}

func index(parent context.Context, scan func(context.Context) error) error {
	ctx, cancel := withBudget(parent)
	defer cancel()
	return scan(ctx)
}
