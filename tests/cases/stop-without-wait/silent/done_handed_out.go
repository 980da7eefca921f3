// Done gives the caller the channel to wait for.
package cases

import (
	"database/sql"
	"time"
)

type Sampler struct {
	db   *sql.DB
	quit chan struct{}
	done chan struct{}
}

func NewSampler(db *sql.DB) *Sampler {
	s := &Sampler{db: db, quit: make(chan struct{}), done: make(chan struct{})}
	go func() {
		defer close(s.done)
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

func (s *Sampler) Close() { close(s.quit) }

func (s *Sampler) Done() <-chan struct{} { return s.done }
