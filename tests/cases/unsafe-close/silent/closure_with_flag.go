// The closure remembers that it has run.
package cases

func serve(accept func() error) error {
	done := make(chan struct{})
	finished := false
	finish := func() {
		if finished {
			return
		}
		finished = true
		close(done)
	}
	defer finish()
	go func() { <-done }()
	if err := accept(); err != nil {
		finish()
		return err
	}
	return nil
}
