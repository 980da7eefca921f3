// Run time: the method is given a context for this call and waits under the one in the struct.
package cases

import (
	"context"
	"database/sql"
)

type store struct {
	base context.Context
	db   *sql.DB
}

func (s *store) touch(ctx context.Context, id int) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	_, err := s.db.ExecContext(s.base, "UPDATE t SET seen = 1 WHERE id = $1", id) // want stored-context "base"
	return err
}

func touchAll(ctx context.Context, s *store, ids []int) error {
	for _, id := range ids {
		if err := s.touch(ctx, id); err != nil {
			return err
		}
	}
	return nil
}
