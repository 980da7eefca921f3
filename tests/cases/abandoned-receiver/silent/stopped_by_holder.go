// Whoever holds the value that is returned can stop it; the error path stops it here.
package cases

type queue struct {
	in     chan func()
	closed bool
}

func (q *queue) run() {
	for {
		f, ok := <-q.in
		if !ok {
			return
		}
		f()
	}
}

func (q *queue) Stop() {
	if !q.closed {
		close(q.in)
		q.closed = true
	}
}

func newQueue(setup func() error) (*queue, error) {
	q := &queue{in: make(chan func(), 8)}
	go q.run()
	if err := setup(); err != nil {
		q.Stop()
		return nil, err
	}
	return q, nil
}

func with(setup func() error, f func()) error {
	q, err := newQueue(setup)
	if err != nil {
		return err
	}
	f()
	q.Stop()
	return nil
}
