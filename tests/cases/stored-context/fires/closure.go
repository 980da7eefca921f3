// Run time: the function literal that each call runs reads the stored context.
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

func retry(times int, try func() error) error {
	var err error
	for range times {
		if err = try(); err == nil {
			return nil
		}
	}
	return err
}

func (c *client) ping() error {
	return retry(3, func() error {
		return c.db.PingContext(c.ctx) // want stored-context "ctx"
	})
}

func check(callCtx context.Context, c *client) error {
	if err := c.ping(); err != nil {
		return err
	}
	return callCtx.Err()
}
