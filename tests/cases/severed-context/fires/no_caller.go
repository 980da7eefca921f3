// curfew: --level advice
// Run time: whoever calls Count with a context of its own cannot stop it; no caller is in sight, so this is advice.
package cases

import (
	"context"
	"database/sql"
)

type Store struct{ db *sql.DB }

func (s *Store) Count() (int64, error) {
	res, err := s.db.ExecContext(context.Background(), "DELETE FROM expired") // want severed-context[advice] "ExecContext"
	if err != nil {
		return 0, err
	}
	return res.RowsAffected()
}
