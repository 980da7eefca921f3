// Closing the queue is what ends the worker, and Wait joins it after that: intake stops first.
package cases

type queue struct{ jobs chan func() }

func newQueue() *queue { return &queue{jobs: make(chan func())} }

func (q *queue) Close() { close(q.jobs) }

type worker struct{ done chan struct{} }

func newWorker(q *queue) *worker {
	w := &worker{done: make(chan struct{})}
	go func() {
		defer close(w.done)
		for job := range q.jobs {
			job()
		}
	}()
	return w
}

func (w *worker) Wait() { <-w.done }

func app(feed func(*queue)) {
	q := newQueue()
	w := newWorker(q)
	feed(q)
	q.Close()
	w.Wait()
}
