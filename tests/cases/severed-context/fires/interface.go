// Run time: the callee is an interface method whose only implementation in the package waits under its context.
package cases

import "context"

type source interface {
	next(ctx context.Context) (string, error)
}

type queue struct{ items chan string }

func (q *queue) next(ctx context.Context) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case item := <-q.items:
		return item, nil
	}
}

func newSource() source {
	return &queue{items: make(chan string, 16)}
}

func firstOf(ctx context.Context, sources []source) (string, error) {
	for _, s := range sources {
		if ctx.Err() != nil {
			break
		}
		if item, err := s.next(context.Background()); err == nil { // want severed-context "ctx"
			return item, nil
		}
	}
	return newSource().next(ctx)
}
