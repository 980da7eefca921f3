// Run time: the channel is a field of a value made here.
package cases

type task struct{ result chan error }

func (t *task) run(step func() error) {
	if err := step(); err != nil {
		t.result <- err
	}
	t.result <- nil // want double-send[error] "result"
}

func do(step func() error) error {
	t := &task{result: make(chan error)}
	go t.run(step)
	return <-t.result
}
