// When the context ends, the work is told to stop and its answer is awaited.
package cases

import "context"

func run(ctx context.Context, work func() error, stop func()) error {
	errs := make(chan error)
	go func() { errs <- work() }()
	select {
	case err := <-errs:
		return err
	case <-ctx.Done():
		stop()
		return <-errs
	}
}
