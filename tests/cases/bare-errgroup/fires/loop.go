// Within any round a write fails: each round has its own bare group, so the round's other writes run on.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func writeRounds(ctx context.Context, db *sql.DB, rounds [][]string) error {
	for _, round := range rounds {
		var writes errgroup.Group // want bare-errgroup "writes"
		for _, row := range round {
			writes.Go(func() error {
				_, err := db.ExecContext(ctx, row)
				return err
			})
		}
		if err := writes.Wait(); err != nil {
			return err
		}
	}
	return nil
}
