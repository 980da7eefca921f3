// Each function works under a context that was cut off from cancellation on purpose: all of them are to finish.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func closeAccounts(ctx context.Context, db *sql.DB, ids []int) error {
	var g errgroup.Group
	for _, id := range ids {
		g.Go(func() error {
			_, err := db.ExecContext(context.WithoutCancel(ctx), "DELETE FROM account WHERE id = $1", id)
			return err
		})
	}
	return g.Wait()
}
