// The error path closes too.
package cases

func guard(setup func() error, cleanup func()) error {
	done := make(chan struct{})
	go func() {
		<-done
		cleanup()
	}()
	if err := setup(); err != nil {
		close(done)
		return err
	}
	close(done)
	return nil
}
