// Close returns while an insert is under way: it closes the db and has no way to wait for the insert.
package cases

import "database/sql"

type Ledger struct {
	db *sql.DB
}

func (l *Ledger) Book(amount int) {
	go l.insert(amount) // want untracked-goroutine "insert"
}

func (l *Ledger) insert(amount int) {
	l.db.Exec("INSERT INTO booking VALUES ($1)", amount)
}

func (l *Ledger) Close() error {
	return l.db.Close()
}
