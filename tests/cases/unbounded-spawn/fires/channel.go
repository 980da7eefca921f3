// A goroutine for each message: a slow database lets them pile up.
package cases

import "database/sql"

type Store struct {
	db   *sql.DB
	msgs chan string
}

func (s *Store) Put(msg string) { s.msgs <- msg }

func (s *Store) Run() {
	for msg := range s.msgs {
		go s.save(msg) // want unbounded-spawn[warning] "a goroutine for each value from s.msgs"
	}
}

func (s *Store) save(msg string) { s.db.Exec("INSERT INTO message VALUES ($1)", msg) }
