// The group comes from a function of this package that makes it with a limit and with a context.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func limited(ctx context.Context, n int) (*errgroup.Group, context.Context) {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(n)
	return g, ctx
}

func checkAll(ctx context.Context, pools []*sql.DB) error {
	g, ctx := limited(ctx, 4)
	for _, p := range pools {
		g.Go(func() error { return p.PingContext(ctx) })
	}
	return g.Wait()
}
