// The error returns before the goroutine is started.
package cases

func guard(setup func() error, cleanup func()) error {
	done := make(chan struct{})
	if err := setup(); err != nil {
		return err
	}
	go func() {
		<-done
		cleanup()
	}()
	close(done)
	return nil
}
