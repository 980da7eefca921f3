// Run time: each call derives its deadline from the constructor's context, so the caller's cancellation does not count.
package cases

import (
	"context"
	"database/sql"
	"time"
)

type client struct {
	root context.Context
	db   *sql.DB
}

func newClient(root context.Context, db *sql.DB) *client {
	return &client{root: root, db: db}
}

func (c *client) ping() error {
	limited, cancel := context.WithTimeout(c.root, time.Second) // want stored-context "root"
	defer cancel()
	return c.db.PingContext(limited)
}

func check(ctx context.Context, c *client) error {
	if err := c.ping(); err != nil {
		return err
	}
	return ctx.Err()
}
