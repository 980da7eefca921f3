// Several callers share one flight; none of their contexts may end it for the others.
package cases

import (
	"context"
	"database/sql"
	"time"

	"golang.org/x/sync/singleflight"
)

type counter struct {
	flights singleflight.Group
	db      *sql.DB
}

func (c *counter) touch(ctx context.Context, key string) error {
	flight := c.flights.DoChan(key, func() (any, error) {
		shared, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		return c.db.ExecContext(shared, "UPDATE counters SET n = n + 1 WHERE key = $1", key)
	})
	select {
	case <-ctx.Done():
		return ctx.Err()
	case res := <-flight:
		return res.Err
	}
}
