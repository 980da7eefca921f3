// Run time: the field lies in a generic struct, and the generic method waits under it.
package cases

import "context"

type inbox[T any] struct {
	ctx   context.Context
	items chan T
}

func newInbox[T any](ctx context.Context) *inbox[T] {
	return &inbox[T]{ctx: ctx, items: make(chan T, 8)}
}

func recv[T any](ctx context.Context, in <-chan T) (T, error) {
	select {
	case <-ctx.Done():
		var zero T
		return zero, ctx.Err()
	case v := <-in:
		return v, nil
	}
}

func (b *inbox[T]) take() (T, error) {
	return recv(b.ctx, b.items) // want stored-context "ctx"
}

func total(callCtx context.Context, b *inbox[int]) (int, error) {
	sum := 0
	for callCtx.Err() == nil {
		v, err := b.take()
		if err != nil {
			return sum, err
		}
		sum += v
	}
	return sum, nil
}
