// Close is called while a row is inserted: the closed channel is looked at after that only.
package cases

import (
	"database/sql"
	"time"
)

type Sampler struct {
	db   *sql.DB
	quit chan struct{}
}

func NewSampler(db *sql.DB) *Sampler {
	s := &Sampler{db: db, quit: make(chan struct{})}
	go func() {
		for {
			select {
			case <-s.quit:
				return
			case <-time.After(time.Minute):
				s.db.Exec("INSERT INTO sample DEFAULT VALUES")
			}
		}
	}()
	return s
}

func (s *Sampler) Close() {
	close(s.quit) // want stop-without-wait "Sampler.Close"
}
