// What goes wrong comes over a channel of its own, and the function selects.
package cases

func load(get func() (int, error)) (int, error) {
	out, errs := make(chan int), make(chan error)
	go func() {
		v, err := get()
		if err != nil {
			errs <- err
			return
		}
		out <- v
	}()
	select {
	case v := <-out:
		return v, nil
	case err := <-errs:
		return 0, err
	}
}
