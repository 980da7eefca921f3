// A closure closes the variable that it captured, and runs on two paths that follow each other.
package cases

func serve(accept func() error) error {
	done := make(chan struct{})
	finish := func() {
		close(done) // want unsafe-close[error] "done is closed twice"
	}
	defer finish()
	go func() { <-done }()
	if err := accept(); err != nil {
		finish()
		return err
	}
	return nil
}
