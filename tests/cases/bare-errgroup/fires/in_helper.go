// curfew: --level advice
// An item fails: the group, its fan-out and its wait stand in a helper to which the context is handed.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

type item struct{ id int }

func process(ctx context.Context, it item) error

func DoAll(ctx context.Context, items []item) error {
	if len(items) == 0 {
		return nil
	}
	return spread(ctx, items)
}

func spread(ctx context.Context, items []item) error {
	group := errgroup.Group{} // want bare-errgroup[advice] "group"
	for _, it := range items {
		group.Go(func() error { return process(ctx, it) })
	}
	return group.Wait()
}
