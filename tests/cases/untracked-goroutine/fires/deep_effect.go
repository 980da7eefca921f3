// Stop is called during a save: the effect is two calls below the goroutine's own body.
package cases

import (
	"database/sql"
	"sync/atomic"
)

type Scores struct {
	db     *sql.DB
	closed atomic.Bool
}

func (s *Scores) Add(points int) {
	if s.closed.Load() {
		return
	}
	go func() { // want untracked-goroutine "Add"
		if points > 0 {
			s.save(points)
		}
	}()
}

func (s *Scores) save(points int) { s.write("INSERT INTO score VALUES ($1)", points) }

func (s *Scores) write(query string, points int) { s.db.Exec(query, points) }

func (s *Scores) Stop() { s.closed.Store(true) }
