// The method returns after it has sent the error.
package cases

type task struct{ result chan error }

func (t *task) run(step func() error) {
	if err := step(); err != nil {
		t.result <- err
		return
	}
	t.result <- nil
}

func do(step func() error) error {
	t := &task{result: make(chan error)}
	go t.run(step)
	return <-t.result
}
