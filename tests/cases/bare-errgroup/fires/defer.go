// The first check fails: the deferred Wait still waits for the second, which nothing cancels.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func checkBoth(ctx context.Context, a, b *sql.Conn) (err error) {
	var checks errgroup.Group // want bare-errgroup "checks"
	defer func() { err = checks.Wait() }()
	checks.Go(func() error { return a.PingContext(ctx) })
	checks.Go(func() error { return b.PingContext(ctx) })
	return nil
}
