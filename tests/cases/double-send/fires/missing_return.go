// Run time: the error is sent and no return follows: the result is sent as well, and nobody takes it.
package cases

func load(get func() (int, error)) error {
	errs := make(chan error)
	go func() {
		_, err := get()
		if err != nil {
			errs <- err
		}
		errs <- nil // want double-send[error] "errs is sent on again on the same path: load receives once"
	}()
	return <-errs
}
