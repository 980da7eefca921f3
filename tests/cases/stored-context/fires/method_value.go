// Run time: the caller with a context calls the method through a method value.
package cases

import (
	"context"
	"database/sql"
)

type table struct {
	ctx context.Context
	db  *sql.DB
}

func newTable(ctx context.Context, db *sql.DB) *table {
	return &table{ctx: ctx, db: db}
}

func (t *table) clean() error {
	_, err := t.db.ExecContext(t.ctx, "DELETE FROM old") // want stored-context "ctx"
	return err
}

func nightly(jobCtx context.Context, t *table) error {
	clean := t.clean
	if err := clean(); err != nil {
		return err
	}
	return jobCtx.Err()
}
