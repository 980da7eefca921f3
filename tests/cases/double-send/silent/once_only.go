// The variable says that it was sent already.
package cases

func load(get func() error) error {
	errs := make(chan error)
	go func() {
		sent := false
		if err := get(); err != nil {
			errs <- err
			sent = true
		}
		if !sent {
			errs <- nil
		}
	}()
	return <-errs
}
