// The stored context only adds a second reason to stop; the wait runs under the caller's.
package cases

import (
	"context"
	"database/sql"
)

type Client struct {
	life context.Context
	stop context.CancelFunc
	db   *sql.DB
}

func NewClient(db *sql.DB) *Client {
	c := &Client{db: db}
	c.life, c.stop = context.WithCancel(context.Background())
	return c
}

func (c *Client) Ping(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(c.life, cancel)()
	return c.db.PingContext(ctx)
}

func (c *Client) Close() { c.stop() }
