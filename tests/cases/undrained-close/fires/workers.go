// Several workers share the queue, and all of them leave.
package cases

import (
	"context"
	"database/sql"
	"sync"
)

type Pool struct {
	jobs   chan int
	db     *sql.DB
	cancel context.CancelFunc
	wg     sync.WaitGroup
}

func NewPool(db *sql.DB, workers int) *Pool {
	ctx, cancel := context.WithCancel(context.Background())
	p := &Pool{jobs: make(chan int, 100), db: db, cancel: cancel}
	for i := 0; i < workers; i++ {
		p.wg.Add(1)
		go func() {
			defer p.wg.Done()
			for {
				select {
				case <-ctx.Done():
					return
				case job := <-p.jobs:
					p.db.Exec("UPDATE job SET done = true WHERE id = $1", job)
				}
			}
		}()
	}
	return p
}

func (p *Pool) Do(job int) { p.jobs <- job }

func (p *Pool) Close() {
	p.cancel() // want undrained-close "p.jobs"
	p.wg.Wait()
}
