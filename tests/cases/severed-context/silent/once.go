// The value is made once for all callers; the first caller's end must not spoil it for the rest.
package cases

import (
	"context"
	"database/sql"
	"sync"
)

type settings struct {
	once sync.Once
	db   *sql.DB
	err  error
}

func (s *settings) ready(ctx context.Context) error {
	s.once.Do(func() {
		s.err = s.db.PingContext(context.Background())
	})
	if s.err != nil {
		return s.err
	}
	return ctx.Err()
}
