// The deferred release must happen although ctx may have ended by then, and has a deadline of its own.
package cases

import (
	"context"
	"database/sql"
	"time"
)

func withLease(ctx context.Context, db *sql.DB, work func(context.Context) error) error {
	if _, err := db.ExecContext(ctx, "SELECT lease()"); err != nil {
		return err
	}
	defer func() {
		release, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		_, _ = db.ExecContext(release, "SELECT release()")
	}()
	return work(ctx)
}
