// The test ends: the cleanups are method values, and the store's runs first.
package cases

import "testing"

type store struct{ open bool }

func openStore() *store { return &store{open: true} }

func (s *store) Shut() { s.open = false }

type view struct{ from *store }

func newView(s *store) *view { return &view{from: s} }

func (v *view) Drop() { v.from = nil }

func TestView(t *testing.T) {
	base := openStore()
	look := newView(base)
	t.Cleanup(look.Drop)
	t.Cleanup(base.Shut) // want misordered-shutdown "base"
	if look.from == nil {
		t.Error("no store")
	}
}
