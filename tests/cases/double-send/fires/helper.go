// Run time: the helper that checks sends the error, its caller sends the value.
package cases

func check(out chan<- error, err error) {
	if err != nil {
		out <- err
	}
}

func load(get func() error) error {
	out := make(chan error)
	go func() {
		check(out, get())
		err := get()
		if err != nil {
			out <- err
		}
		out <- nil // want double-send[error] "out"
	}()
	return <-out
}
