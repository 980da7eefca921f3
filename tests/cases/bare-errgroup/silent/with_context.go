// The group's first error cancels the context that its functions wait under.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func touchAll(ctx context.Context, db *sql.DB, ids []int) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, id := range ids {
		g.Go(func() error {
			_, err := db.ExecContext(ctx, "UPDATE item SET seen = 1 WHERE id = $1", id)
			return err
		})
	}
	return g.Wait()
}
