// One of the two branches sends.
package cases

func load(get func() error) error {
	errs := make(chan error)
	go func() {
		if err := get(); err != nil {
			errs <- err
		} else {
			errs <- nil
		}
	}()
	return <-errs
}
