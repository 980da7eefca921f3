// Run time: setup fails, the function returns before the close, and the goroutine waits for good.
package cases

func guard(setup func() error, cleanup func()) error {
	done := make(chan struct{})
	go func() {
		<-done // want abandoned-receiver[error] "done is neither sent on nor closed when guard returns here"
		cleanup()
	}()
	if err := setup(); err != nil {
		return err
	}
	close(done)
	return nil
}
