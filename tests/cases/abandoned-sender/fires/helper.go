// Run time: the send lies in a function that the goroutine calls with the channel.
package cases

import "time"

func report(out chan<- error, err error) {
	out <- err // want abandoned-sender[error] "errs"
}

func stop(shutdown func() error) error {
	errs := make(chan error)
	go func() {
		report(errs, shutdown())
	}()
	select {
	case err := <-errs:
		return err
	case <-time.After(5 * time.Second):
		return nil
	}
}
