// A generic queue: the goroutine that Start starts closes what Put sends on.
package cases

import "context"

type Queue[T any] struct{ items chan T }

func NewQueue[T any]() *Queue[T] { return &Queue[T]{items: make(chan T)} }

func (q *Queue[T]) Start(ctx context.Context) {
	go func() {
		<-ctx.Done()
		close(q.items)
	}()
}

func (q *Queue[T]) Items() <-chan T { return q.items }

func (q *Queue[T]) Put(v T) {
	q.items <- v // want send-after-close[warning] "before Queue.Put sends on it"
}
