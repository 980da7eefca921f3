// At the default level a stored context whose callers are out of sight is no finding.
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
	return c.db.PingContext(c.ctx)
}
