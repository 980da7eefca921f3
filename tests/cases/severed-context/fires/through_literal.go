// Run time: the wait is in a function literal that the callee hands on, and the context it captures is the callee's parameter.
package cases

import (
	"context"
	"database/sql"
)

type store struct{ db *sql.DB }

func (s *store) counted(work func() error) error { return work() }

func (s *store) load(ctx context.Context) error {
	return s.counted(func() error {
		return s.db.PingContext(ctx)
	})
}

func refresh(ctx context.Context, s *store) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return s.load(context.Background()) // want severed-context "ctx"
}
