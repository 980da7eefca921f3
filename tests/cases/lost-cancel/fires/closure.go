// Run time: a job fails, and the return inside the loop skips the closure that would have cancelled.
package cases

import "context"

func runAll(parent context.Context, jobs []func(context.Context) error) error {
	ctx, cancel := context.WithCancel(parent) // want lost-cancel "cancel"
	stop := func() { cancel() }
	for _, job := range jobs {
		if err := job(ctx); err != nil {
			return err
		}
	}
	stop()
	return nil
}
