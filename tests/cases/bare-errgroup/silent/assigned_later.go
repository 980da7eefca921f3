// The variable is declared bare and filled by WithContext before its first use.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func pingBoth(ctx context.Context, a, b *sql.DB) error {
	var g *errgroup.Group
	g, ctx = errgroup.WithContext(ctx)
	g.Go(func() error { return a.PingContext(ctx) })
	g.Go(func() error { return b.PingContext(ctx) })
	return g.Wait()
}
