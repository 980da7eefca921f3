// The caller is given the function that closes.
package cases

func guard(setup func() error, cleanup func()) (func(), error) {
	done := make(chan struct{})
	go func() {
		<-done
		cleanup()
	}()
	stop := func() { close(done) }
	if err := setup(); err != nil {
		return stop, err
	}
	return stop, nil
}
