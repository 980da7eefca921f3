// The parent stops its children, and they know nothing of it.
package cases

type Queue[T any] struct{ readers []*Reader[T] }

func (q *Queue[T]) Close() {
	for _, r := range q.readers {
		r.Close()
	}
}

type Reader[T any] struct{ quit chan struct{} }

func (r *Reader[T]) Close() { close(r.quit) }
