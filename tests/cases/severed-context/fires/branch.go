// Run time: only the retry, on the error path, loses the caller's context.
package cases

import (
	"context"
	"database/sql"
)

func ping(ctx context.Context, db *sql.DB) error {
	err := db.PingContext(ctx)
	if err == nil {
		return nil
	}
	return db.PingContext(context.Background()) // want severed-context "ctx"
}
