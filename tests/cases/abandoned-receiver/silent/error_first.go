// The error is received first, and without one a value follows.
package cases

func load(get func() (int, error)) (int, error) {
	out, errs := make(chan int), make(chan error)
	go func() {
		v, err := get()
		if err != nil {
			errs <- err
			return
		}
		errs <- nil
		out <- v
	}()
	if err := <-errs; err != nil {
		return 0, err
	}
	return <-out, nil
}
