// Run time: the generic callee waits under the context it is given, whatever its type argument.
package cases

import "context"

func recv[T any](ctx context.Context, in <-chan T) (T, error) {
	select {
	case <-ctx.Done():
		var zero T
		return zero, ctx.Err()
	case v := <-in:
		return v, nil
	}
}

func pair(ctx context.Context, names <-chan string, ages <-chan int) (string, int, error) {
	name, err := recv(ctx, names)
	if err != nil {
		return "", 0, err
	}
	age, err := recv(context.Background(), ages) // want severed-context "ctx"
	return name, age, err
}
