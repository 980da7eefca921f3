// Run time: the cancel function lies in the field of an embedded struct, and close, which could reach it, only closes the channel.
package cases

import "context"

type scope struct {
	ctx  context.Context
	stop context.CancelFunc
}

type exporter struct {
	scope
	rows chan string
}

func newExporter(parent context.Context) *exporter {
	e := &exporter{rows: make(chan string, 8)}
	e.ctx, e.stop = context.WithCancel(parent) // want lost-cancel "stop"
	return e
}

func (e *exporter) next() (string, bool) {
	select {
	case <-e.ctx.Done():
		return "", false
	case row, ok := <-e.rows:
		return row, ok
	}
}

func (e *exporter) close() {
	close(e.rows)
}
