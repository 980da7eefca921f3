// Run time: the work succeeds, so the only call, which reports a cause, does not happen.
package cases

import "context"

func tracked(parent context.Context, work func(context.Context) error) error {
	ctx, cancel := context.WithCancelCause(parent) // want lost-cancel "cancel"
	err := work(ctx)
	if err != nil {
		cancel(err)
	}
	return err
}
