// The return follows the first send.
package cases

func load(get func() (int, error)) error {
	errs := make(chan error)
	go func() {
		_, err := get()
		if err != nil {
			errs <- err
			return
		}
		errs <- nil
	}()
	return <-errs
}
