// The first failing function calls cancel for its siblings: what WithContext does is done by hand.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func applyAll(parent context.Context, db *sql.DB, steps []string) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	var g errgroup.Group
	for _, step := range steps {
		g.Go(func() error {
			_, err := db.ExecContext(ctx, step)
			if err != nil {
				cancel()
			}
			return err
		})
	}
	return g.Wait()
}
