// Two values are sent, and two are received.
package cases

func both(a, b func() error) error {
	errs := make(chan error)
	go func() {
		errs <- a()
		errs <- b()
	}()
	first := <-errs
	if second := <-errs; second != nil {
		return second
	}
	return first
}
