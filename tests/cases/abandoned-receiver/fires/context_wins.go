// Run time: the caller's context ends first, and the goroutine is not told.
package cases

import "context"

func hold(ctx context.Context, ready <-chan struct{}, run func()) error {
	begin := make(chan struct{})
	go func() {
		<-begin // want abandoned-receiver[error] "begin"
		run()
	}()
	select {
	case <-ready:
		close(begin)
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
