// The goroutine loads the table once and ends: there is nothing to stop.
package cases

type Table struct {
	ready chan struct{}
	rows  []int
}

func NewTable(load func() []int) *Table {
	t := &Table{ready: make(chan struct{})}
	go func() {
		defer close(t.ready)
		t.rows = load()
	}()
	return t
}

func (t *Table) Rows() []int {
	<-t.ready
	return t.rows
}
