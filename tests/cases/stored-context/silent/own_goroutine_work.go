// The work under the stored context is that of the value's own goroutine, not of a caller.
package cases

import (
	"context"
	"database/sql"
	"time"
)

type Sweeper struct {
	ctx    context.Context
	cancel context.CancelFunc
	db     *sql.DB
	done   chan struct{}
}

func NewSweeper(parent context.Context, db *sql.DB) *Sweeper {
	s := &Sweeper{db: db, done: make(chan struct{})}
	s.ctx, s.cancel = context.WithCancel(parent)
	go s.loop()
	return s
}

func (s *Sweeper) loop() {
	defer close(s.done)
	ticker := time.NewTicker(time.Minute)
	defer ticker.Stop()
	for {
		select {
		case <-s.ctx.Done():
			return
		case <-ticker.C:
			s.sweep()
		}
	}
}

func (s *Sweeper) sweep() {
	_, _ = s.db.ExecContext(s.ctx, "DELETE FROM expired")
}

func (s *Sweeper) Close() {
	s.cancel()
	<-s.done
}
