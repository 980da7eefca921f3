// Near miss of if_next: the rows are closed on the path that found one; the other has read to the end.
package cases

import (
	"context"
	"database/sql"
)

func exists(ctx context.Context, tx *sql.Tx, key string) (bool, error) {
	rows, err := tx.QueryContext(ctx, "SELECT 1 FROM keys WHERE key = ?", key)
	if err != nil {
		return false, err
	}
	if !rows.Next() {
		return false, rows.Err()
	}
	return true, rows.Close()
}
