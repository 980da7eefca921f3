// Run time: the waiting method is called through a method value.
package cases

import "context"

type queue struct{ items chan string }

func (q *queue) next(ctx context.Context) (string, error) {
	select {
	case <-ctx.Done():
		return "", ctx.Err()
	case item := <-q.items:
		return item, nil
	}
}

func two(ctx context.Context, q *queue) (string, error) {
	next := q.next
	first, err := next(ctx)
	if err != nil {
		return "", err
	}
	second, err := next(context.Background()) // want severed-context "ctx"
	return first + second, err
}
