package cases

import "sync"

type ledger struct {
	mu   sync.Mutex
	rows []string
}

func (l *ledger) add(row string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.rows = append(l.rows, row)
}

func (l *ledger) count() int {
	l.mu.Lock() // want missing-unlock[warning] "never undone"
	return len(l.rows)
}
