// Another goroutine closes what the waiting one receives from.
package cases

func scan(setup func() error, first func(), rest func()) error {
	scanned := make(chan struct{})
	go func() {
		first()
		close(scanned)
	}()
	go func() {
		<-scanned
		rest()
	}()
	if err := setup(); err != nil {
		return err
	}
	return nil
}
