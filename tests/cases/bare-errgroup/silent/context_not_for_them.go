// The caller's context is in scope, but the functions of the group only compute and wait for nothing.
package cases

import (
	"context"
	"database/sql"
	"errors"

	"golang.org/x/sync/errgroup"
)

func sumAndStore(ctx context.Context, db *sql.DB, columns [][]int) error {
	sums := make([]int, len(columns))
	var g errgroup.Group
	for i, column := range columns {
		g.Go(func() error {
			for _, v := range column {
				if v < 0 {
					return errors.New("negative")
				}
				sums[i] += v
			}
			return nil
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	_, err := db.ExecContext(ctx, "INSERT INTO sum VALUES ($1)", sums[0])
	return err
}
