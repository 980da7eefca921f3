// The struct is a request: it is made for one call and carries that call's context, as http.Request does.
package cases

import (
	"context"
	"database/sql"
)

type request struct {
	ctx       context.Context
	statement string
}

func newRequest(ctx context.Context, statement string) *request {
	return &request{ctx: ctx, statement: statement}
}

func (r *request) Context() context.Context { return r.ctx }

func exec(db *sql.DB, r *request) error {
	_, err := db.ExecContext(r.Context(), r.statement)
	return err
}

func vacuum(ctx context.Context, db *sql.DB) error {
	return exec(db, newRequest(ctx, "VACUUM"))
}
