// Under this condition ctx has ended; marking the job as given up needs a context that has not.
package cases

import (
	"context"
	"database/sql"
)

func run(ctx context.Context, db *sql.DB, id int, work func(context.Context) error) error {
	err := work(ctx)
	if ctx.Err() != nil {
		_, _ = db.ExecContext(context.Background(), "UPDATE jobs SET state = 'given up' WHERE id = $1", id)
	}
	return err
}
