// Run time: both steps fail; one slot and one receive take two sends, the third blocks.
package cases

func three(a, b, c func() error) error {
	errs := make(chan error, 1)
	go func() {
		if err := a(); err != nil {
			errs <- err
		}
		if err := b(); err != nil {
			errs <- err // want double-send[error] "there is 1 slot"
		}
		errs <- c()
	}()
	return <-errs
}
