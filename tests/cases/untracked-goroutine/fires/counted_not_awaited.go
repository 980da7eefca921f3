// Close is called: the group counts the saves, but no code waits for it.
package cases

import (
	"database/sql"
	"sync"
)

type Basket struct {
	db    *sql.DB
	saves sync.WaitGroup
}

func (b *Basket) Put(item string) {
	b.saves.Add(1)
	go b.save(item) // want untracked-goroutine "save"
}

func (b *Basket) save(item string) {
	defer b.saves.Done()
	b.db.Exec("INSERT INTO item VALUES ($1)", item)
}

func (b *Basket) Close() error { return b.db.Close() }
