// A ping fails: the group behind the pointer is as bare as a value, and the other pings go on.
package cases

import (
	"context"
	"database/sql"

	"golang.org/x/sync/errgroup"
)

func pingAll(ctx context.Context, pools []*sql.DB) error {
	pings := new(errgroup.Group) // want bare-errgroup "pings"
	for _, p := range pools {
		pings.Go(func() error { return p.PingContext(ctx) })
	}
	return pings.Wait()
}
