// A slot is taken before each start, and given back at the end.
package cases

import "database/sql"

type Store struct {
	db    *sql.DB
	msgs  chan string
	slots chan struct{}
}

func NewStore(db *sql.DB) *Store {
	return &Store{db: db, msgs: make(chan string), slots: make(chan struct{}, 8)}
}

func (s *Store) Put(msg string) { s.msgs <- msg }

func (s *Store) Run() {
	for msg := range s.msgs {
		s.slots <- struct{}{}
		go s.save(msg)
	}
}

func (s *Store) save(msg string) {
	defer func() { <-s.slots }()
	s.db.Exec("INSERT INTO message VALUES ($1)", msg)
}
