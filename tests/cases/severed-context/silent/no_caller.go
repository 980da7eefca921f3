// At the default level a fresh context in a function whose callers are out of sight is no finding.
package cases

import (
	"context"
	"database/sql"
)

type Store struct{ db *sql.DB }

func (s *Store) Ping() error {
	return s.db.PingContext(context.Background())
}
