// A cache miss sends one function to the database while another has failed: only that branch waits, and it waits on.
package cases

import (
	"context"
	"database/sql"
	"fmt"

	"golang.org/x/sync/errgroup"
)

func resolve(ctx context.Context, db *sql.DB, cache map[string]int, names []string) error {
	var lookups errgroup.Group // want bare-errgroup "lookups"
	for _, name := range names {
		lookups.Go(func() error {
			if id, ok := cache[name]; ok {
				if id < 0 {
					return fmt.Errorf("%s is gone", name)
				}
				return nil
			}
			return db.QueryRowContext(ctx, "SELECT 1 WHERE name = $1", name).Err()
		})
	}
	return lookups.Wait()
}
