// One query fails: the others run on to their end, since the zero group has no context that the failure could cancel.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func touchAll(ctx context.Context, db *sql.DB, ids []int) error {
	var queries errgroup.Group // want bare-errgroup "queries"
	for _, id := range ids {
		queries.Go(func() error {
			_, err := db.ExecContext(ctx, "UPDATE item SET seen = 1 WHERE id = $1", id)
			return err
		})
	}
	return queries.Wait()
}
