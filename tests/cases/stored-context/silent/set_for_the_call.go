// The caller puts its own context into a copy before the call, as http.Request.WithContext does.
package cases

import (
	"context"
	"database/sql"
)

type query struct {
	ctx context.Context
	db  *sql.DB
}

func (q query) withContext(ctx context.Context) query {
	q.ctx = ctx
	return q
}

func (q query) exec(statement string) error {
	_, err := q.db.ExecContext(q.ctx, statement)
	return err
}

func vacuum(ctx context.Context, q query) error {
	return q.withContext(ctx).exec("VACUUM")
}
