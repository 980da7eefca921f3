// The range takes as many as come.
package cases

func last(a, b func() error) (err error) {
	errs := make(chan error)
	go func() {
		defer close(errs)
		errs <- a()
		errs <- b()
	}()
	for e := range errs {
		err = e
	}
	return err
}
