// Close cancels, and closes the database in the next line: the goroutine's query fails half way.
package cases

import (
	"context"
	"database/sql"
	"time"
)

type Refresher struct {
	db     *sql.DB
	rows   int
	cancel context.CancelFunc
}

func NewRefresher(db *sql.DB) *Refresher {
	ctx, cancel := context.WithCancel(context.Background())
	r := &Refresher{db: db, cancel: cancel}
	go r.refresh(ctx)
	return r
}

func (r *Refresher) refresh(ctx context.Context) {
	for ctx.Err() == nil {
		r.rows = r.db.Stats().OpenConnections
		time.Sleep(time.Millisecond)
	}
}

func (r *Refresher) Close() error {
	r.cancel() // want stop-without-wait "closes what r.refresh"
	return r.db.Close()
}
