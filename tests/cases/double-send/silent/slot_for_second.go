// The second send has a slot, although nobody receives it.
package cases

func load(get func() error) error {
	errs := make(chan error, 1)
	go func() {
		if err := get(); err != nil {
			errs <- err
		}
		errs <- nil
	}()
	return <-errs
}
