// Run time: the function literal could use the captured ctx, and waits under a fresh context for each item instead.
package cases

import "context"

func receive(ctx context.Context, in <-chan int) (int, error) {
	select {
	case <-ctx.Done():
		return 0, ctx.Err()
	case v := <-in:
		return v, nil
	}
}

func sum(ctx context.Context, in <-chan int, n int) (int, error) {
	total := 0
	one := func() error {
		v, err := receive(context.Background(), in) // want severed-context "ctx"
		total += v
		return err
	}
	for range n {
		if ctx.Err() != nil {
			break
		}
		if err := one(); err != nil {
			return 0, err
		}
	}
	return total, nil
}
