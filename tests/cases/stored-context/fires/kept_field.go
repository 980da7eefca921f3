// curfew: --level advice
// Run time: nothing fails while every method uses its own parameter; the field invites the next one to use it instead.
package cases

import (
	"context"
	"database/sql"
)

type Client struct {
	ctx context.Context // want stored-context[advice] "ctx"
	db  *sql.DB
}

func NewClient(ctx context.Context, db *sql.DB) *Client {
	return &Client{ctx: ctx, db: db}
}

func (c *Client) Ping(ctx context.Context) error {
	return c.db.PingContext(ctx)
}
