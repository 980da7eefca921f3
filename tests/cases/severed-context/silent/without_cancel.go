// WithoutCancel says in code that the work is meant to outlast the caller, and keeps the caller's values.
package cases

import (
	"context"
	"database/sql"
	"time"
)

func audit(ctx context.Context, db *sql.DB, line string) error {
	kept, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	_, err := db.ExecContext(kept, "INSERT INTO audit VALUES ($1)", line)
	return err
}
