// Generic owner and child: what they carry makes no difference.
package cases

type Queue[T any] struct{ readers []*Reader[T] }

func (q *Queue[T]) Close() {
	for _, r := range q.readers {
		r.Close()
	}
}

type Reader[T any] struct {
	queue *Queue[T]
	quit  chan struct{}
}

func (r *Reader[T]) Abort() {
	r.queue.Close() // want child-stops-owner "Reader.Abort"
}

func (r *Reader[T]) Close() { close(r.quit) }
