// The close is deferred: it comes on every path.
package cases

func guard(setup func() error, cleanup func()) error {
	done := make(chan struct{})
	defer close(done)
	go func() {
		<-done
		cleanup()
	}()
	if err := setup(); err != nil {
		return err
	}
	return nil
}
