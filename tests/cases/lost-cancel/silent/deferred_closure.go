// curfew: --level advice
// The deferred function literal calls it.
package cases

import "context"

func copyAll(parent context.Context, copyRows func(context.Context) error) (err error) {
	ctx, cancel := context.WithCancelCause(parent)
	defer func() {
		cancel(err)
	}()
	return copyRows(ctx)
}
