// The early exit remembers the error, and what is left is drained.
package cases

func firstError(tasks []func() error) error {
	errs := make(chan error)
	for _, task := range tasks {
		go func() { errs <- task() }()
	}
	var first error
	received := 0
	for range tasks {
		err := <-errs
		received++
		if err != nil {
			first = err
			break
		}
	}
	for ; received < len(tasks); received++ {
		<-errs
	}
	return first
}
