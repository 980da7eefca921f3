// The metrics are built from the db's name, a string that stays valid after the db is closed.
package cases

type DB struct{ name string }

func OpenDB(name string) *DB { return &DB{name: name} }

func (d *DB) Name() string { return d.name }
func (d *DB) Close() error { return nil }

type Metrics struct{ label string }

func NewMetrics(label string) *Metrics { return &Metrics{label: label} }

func (m *Metrics) Close() error { return nil }

func app(work func(*DB)) {
	db := OpenDB("orders")
	metrics := NewMetrics(db.Name())
	defer metrics.Close()
	defer db.Close()
	work(db)
}
