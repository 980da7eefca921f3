// The field is filled by WithContext, and the field beside it keeps the context that belongs to the group.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

type run struct {
	group *errgroup.Group
	db    *sql.DB
}

func pingTwice(ctx context.Context, db *sql.DB) error {
	group, ctx := errgroup.WithContext(ctx)
	r := run{group: group, db: db}
	r.group.Go(func() error { return r.db.PingContext(ctx) })
	r.group.Go(func() error { return r.db.PingContext(ctx) })
	return r.group.Wait()
}
