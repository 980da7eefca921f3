// One of the two steps fails: the group in the field was made without the context that both steps wait under.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

type batch struct {
	steps *errgroup.Group
}

func runBatch(ctx context.Context, in <-chan int, out chan<- int) error {
	b := batch{steps: &errgroup.Group{}} // want bare-errgroup "steps"
	b.steps.Go(func() error {
		select {
		case <-in:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	b.steps.Go(func() error {
		select {
		case out <- 1:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		}
	})
	return b.steps.Wait()
}
