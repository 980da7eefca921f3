// The goroutine sends on one of the two channels, whichever is received.
package cases

func fetch(get func() (int, error)) (int, error) {
	values := make(chan int)
	errs := make(chan error)
	go func() {
		v, err := get()
		if err != nil {
			errs <- err
			return
		}
		values <- v
	}()
	select {
	case v := <-values:
		return v, nil
	case err := <-errs:
		return 0, err
	}
}
