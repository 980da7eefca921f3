package cases

import "sync"

// Table's lock is named by others: they give back what Pin takes.
type Table struct {
	Mu   sync.RWMutex
	rows []string
}

func (t *Table) Pin() []string {
	t.Mu.RLock()
	return t.rows
}
