// Near miss of if_next: the context that the function cancels when it returns closes the rows.
package cases

import (
	"context"
	"database/sql"
	"time"
)

func exists(parent context.Context, db *sql.DB, key string) (bool, error) {
	ctx, cancel := context.WithTimeout(parent, time.Second)
	defer cancel()
	rows, err := db.QueryContext(ctx, "SELECT 1 FROM keys WHERE key = ?", key)
	if err != nil {
		return false, err
	}
	return rows.Next(), nil
}
