// A step fails within the minute: the context derived here ends by its deadline and not by the failure.
package cases

import (
	"context"
	"database/sql"
	"time"

	"golang.org/x/sync/errgroup"
)

func migrate(parent context.Context, db *sql.DB, steps []string) error {
	ctx, cancel := context.WithTimeout(parent, time.Minute)
	defer cancel()
	var migrations errgroup.Group // want bare-errgroup "migrations"
	for _, step := range steps {
		migrations.Go(func() error {
			_, err := db.ExecContext(ctx, step)
			return err
		})
	}
	return migrations.Wait()
}
