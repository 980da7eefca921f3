// Run time: the caller holds a context and an interface value, and the implementation uses the context it keeps.
package cases

import (
	"context"
	"database/sql"
)

type cleaner interface{ clean() error }

type table struct {
	ctx context.Context
	db  *sql.DB
}

func newCleaner(ctx context.Context, db *sql.DB) cleaner {
	return &table{ctx: ctx, db: db}
}

func (t *table) clean() error {
	_, err := t.db.ExecContext(t.ctx, "DELETE FROM old") // want stored-context "ctx"
	return err
}

func nightly(jobCtx context.Context, all []cleaner) error {
	for _, c := range all {
		if jobCtx.Err() != nil {
			return jobCtx.Err()
		}
		if err := c.clean(); err != nil {
			return err
		}
	}
	return nil
}
