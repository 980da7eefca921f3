// An upload fails: the bare group travels by pointer to the helper that fills it.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func uploadAll(ctx context.Context, db *sql.DB, rows []string) error {
	var uploads errgroup.Group // want bare-errgroup "uploads"
	fill(ctx, &uploads, db, rows)
	return uploads.Wait()
}

func fill(ctx context.Context, g *errgroup.Group, db *sql.DB, rows []string) {
	for _, row := range rows {
		g.Go(func() error { return upload(ctx, db, row) })
	}
}

func upload(ctx context.Context, db *sql.DB, row string) error {
	_, err := db.ExecContext(ctx, "INSERT INTO line VALUES ($1)", row)
	return err
}
