// The second send is on another channel, which is received from too.
package cases

func load(get func() error) error {
	errs := make(chan error)
	done := make(chan bool)
	go func() {
		errs <- get()
		done <- true
	}()
	err := <-errs
	<-done
	return err
}
