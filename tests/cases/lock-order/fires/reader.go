// Run time: the reader of the table waits for the log, whose holder waits to write the table.
package cases

import "sync"

type Table struct {
	mu   sync.RWMutex
	log  sync.Mutex
	rows []string
}

func (t *Table) Dump() []string {
	t.mu.RLock()
	defer t.mu.RUnlock()
	t.log.Lock()
	defer t.log.Unlock()
	return t.rows
}

func (t *Table) Replay(rows []string) {
	t.log.Lock()
	defer t.log.Unlock()
	t.mu.Lock() // want lock-order "t.mu is taken while t.log is held"
	t.rows = rows
	t.mu.Unlock()
}
