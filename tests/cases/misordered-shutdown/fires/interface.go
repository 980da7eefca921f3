// app returns: the user knows its dependency only as an interface, and the stop of each is called through one.
package cases

import "io"

type rows interface {
	io.Closer
	Next() bool
}

type table struct{}

func (t *table) Next() bool { return false }
func (t *table) Close() error {
	return nil
}

type report struct{ from rows }

func newReport(r rows) io.Closer { return &report{from: r} }

func (r *report) Close() error {
	for r.from.Next() {
	}
	return nil
}

func app(work func()) {
	var source rows = &table{}
	summary := newReport(source)
	defer summary.Close()
	defer source.Close() // want misordered-shutdown "source"
	work()
}
