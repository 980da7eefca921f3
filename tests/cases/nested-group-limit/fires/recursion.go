// Run time: as many pages with links are being read as the limit allows, each waits for a slot.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

func walk(ctx context.Context, root string, limit int, links func(context.Context, string) ([]string, error)) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(limit)
	var visit func(page string)
	visit = func(page string) {
		g.Go(func() error { // want nested-group-limit[warning] "g.Go waits for a free slot"
			next, err := links(ctx, page)
			if err != nil {
				return err
			}
			for _, p := range next {
				visit(p)
			}
			return nil
		})
	}
	visit(root)
	return g.Wait()
}
