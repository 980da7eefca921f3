// Whether an error has been seen decides whether the rest is drained.
package cases

func firstError(tasks []func() error, drain func(<-chan error)) error {
	errs := make(chan error)
	for _, task := range tasks {
		go func() { errs <- task() }()
	}
	var first error
	left := len(tasks)
	for left > 0 {
		left--
		if err := <-errs; err != nil {
			first = err
			break
		}
	}
	if first != nil {
		for range left {
			<-errs
		}
	}
	return first
}
