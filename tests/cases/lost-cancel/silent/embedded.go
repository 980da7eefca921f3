// The cancel function lies in an embedded struct whose promoted method calls it.
package cases

import "context"

type scope struct {
	ctx  context.Context
	stop context.CancelFunc
}

func (s *scope) Close() { s.stop() }

type Exporter struct {
	scope
	rows chan string
}

func NewExporter(parent context.Context) *Exporter {
	e := &Exporter{rows: make(chan string, 8)}
	e.ctx, e.stop = context.WithCancel(parent)
	return e
}

func (e *Exporter) Next() (string, bool) {
	select {
	case <-e.ctx.Done():
		return "", false
	case row, ok := <-e.rows:
		return row, ok
	}
}
