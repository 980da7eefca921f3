// The helper gets a group and a context that belong together, and makes neither.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func copyAll(ctx context.Context, db *sql.DB, rows []string) error {
	g, ctx := errgroup.WithContext(ctx)
	fill(ctx, g, db, rows)
	return g.Wait()
}

func fill(ctx context.Context, g *errgroup.Group, db *sql.DB, rows []string) {
	for _, row := range rows {
		g.Go(func() error {
			_, err := db.ExecContext(ctx, row)
			return err
		})
	}
}
