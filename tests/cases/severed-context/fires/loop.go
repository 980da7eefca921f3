// Run time: the loop checks ctx between the rounds, and each round waits without it.
package cases

import (
	"context"
	"database/sql"
)

func flush(ctx context.Context, tx *sql.Tx, rows []string) error {
	for _, row := range rows {
		if err := ctx.Err(); err != nil {
			return err
		}
		if _, err := tx.ExecContext(context.Background(), "INSERT INTO t VALUES ($1)", row); err != nil { // want severed-context "ctx"
			return err
		}
	}
	return nil
}
