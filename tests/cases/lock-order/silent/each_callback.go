// Run time: each runs its callback under the table's lock; the callback that takes the log's lock is
// another one's, of a table that no log knows.
package cases

import "sync"

type table struct {
	mu   sync.Mutex
	rows []string
}

type Log struct {
	mu    sync.Mutex
	lines table
	n     int
}

func (t *table) each(f func(string)) {
	for _, r := range t.rows {
		f(r)
	}
}

func (t *table) add(row string) {
	t.mu.Lock()
	t.rows = append(t.rows, row)
	t.mu.Unlock()
}

func (l *Log) Count() {
	l.lines.each(func(string) {
		l.mu.Lock()
		l.n++
		l.mu.Unlock()
	})
}

func (l *Log) Add(row string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.lines.add(row)
}

func (l *Log) Sum() (sum int) {
	l.lines.mu.Lock()
	defer l.lines.mu.Unlock()
	l.lines.each(func(r string) { sum += len(r) })
	return sum
}
