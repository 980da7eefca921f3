// Run time: there is a row, and after it nobody asks for the next one.
package cases

import (
	"context"
	"database/sql"
)

func exists(ctx context.Context, tx *sql.Tx, key string) (bool, error) {
	rows, err := tx.QueryContext(ctx, "SELECT 1 FROM keys WHERE key = ?", key) // want unclosed-rows[warning] "tx.QueryContext"
	if err != nil {
		return false, err
	}
	if !rows.Next() {
		return false, rows.Err()
	}
	return true, nil
}
