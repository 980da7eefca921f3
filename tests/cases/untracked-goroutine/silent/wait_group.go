// curfew: --level advice
// Close waits for every goroutine that was counted before it started.
package cases

import (
	"database/sql"
	"sync"
)

type Ledger struct {
	db *sql.DB
	wg sync.WaitGroup
}

func (l *Ledger) Book(amount int) {
	l.wg.Add(1)
	go l.insert(amount)
}

func (l *Ledger) insert(amount int) {
	defer l.wg.Done()
	l.db.Exec("INSERT INTO booking VALUES ($1)", amount)
}

func (l *Ledger) Close() error {
	l.wg.Wait()
	return l.db.Close()
}
