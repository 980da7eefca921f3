// The goroutine closes a channel of its own, and Put listens to that.
package cases

import "context"

type Queue[T any] struct {
	items chan T
	ended chan struct{}
}

func NewQueue[T any]() *Queue[T] {
	return &Queue[T]{items: make(chan T), ended: make(chan struct{})}
}

func (q *Queue[T]) Start(ctx context.Context) {
	go func() {
		<-ctx.Done()
		close(q.ended)
	}()
}

func (q *Queue[T]) Items() <-chan T { return q.items }

func (q *Queue[T]) Put(v T) {
	select {
	case q.items <- v:
	case <-q.ended:
	}
}
