// Run time: ctx ends while the statement runs; the database is told of another context, so the statement goes on.
package cases

import (
	"context"
	"database/sql"
)

func touch(ctx context.Context, db *sql.DB, id int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := db.ExecContext(context.Background(), "UPDATE t SET seen = 1 WHERE id = $1", id) // want severed-context "ctx"
	return err
}
