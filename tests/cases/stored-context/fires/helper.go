// Run time: the method that callers with a context call hands on to an unexported method, and that one uses the stored context.
package cases

import (
	"context"
	"database/sql"
)

type client struct {
	ctx context.Context
	db  *sql.DB
}

func newClient(ctx context.Context, db *sql.DB) *client {
	return &client{ctx: ctx, db: db}
}

func (c *client) exec(statement string) error {
	_, err := c.db.ExecContext(c.ctx, statement) // want stored-context "ctx"
	return err
}

func (c *client) vacuum() error {
	return c.exec("VACUUM")
}

func nightly(jobCtx context.Context, c *client) error {
	if err := c.vacuum(); err != nil {
		return err
	}
	return jobCtx.Err()
}
