// The goroutine sends on one of the two channels, and both are received from.
package cases

func either(get func() (int, error)) (int, error) {
	values := make(chan int)
	errs := make(chan error)
	for range 1 {
		go func() {
			v, err := get()
			if err != nil {
				errs <- err
				return
			}
			values <- v
		}()
	}
	select {
	case v := <-values:
		return v, nil
	case err := <-errs:
		return 0, err
	}
}
