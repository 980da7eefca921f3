// curfew: --level advice
// Run time: every call of Ping waits under the constructor's context; no caller is in sight, so this is advice.
package cases

import (
	"context"
	"database/sql"
)

type Client struct {
	ctx context.Context
	db  *sql.DB
}

func NewClient(ctx context.Context, db *sql.DB) *Client {
	return &Client{ctx: ctx, db: db}
}

func (c *Client) Ping() error {
	return c.db.PingContext(c.ctx) // want stored-context[advice] "ctx"
}
