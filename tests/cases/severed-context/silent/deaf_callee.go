// The callee takes a context and never looks at it.
package cases

import "context"

func area(_ context.Context, w, h int) int {
	return w * h
}

func total(ctx context.Context, sides <-chan int) (int, error) {
	sum := 0
	for {
		select {
		case <-ctx.Done():
			return sum, ctx.Err()
		case side, ok := <-sides:
			if !ok {
				return sum, nil
			}
			sum += area(context.Background(), side, side)
		}
	}
}
