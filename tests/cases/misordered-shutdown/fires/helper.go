// app returns: that the view is built from the store is only seen inside the helper that builds it.
package cases

type store struct{}

func openStore() *store
func (s *store) Close() error

type view struct{ from *store }

func (v *view) Close() error

func viewOf(s *store, size int) *view {
	if size == 0 {
		size = 1
	}
	return makeView(s)
}

func makeView(s *store) *view {
	v := &view{}
	v.from = s
	return v
}

func app(work func(*view)) {
	base := openStore()
	look := viewOf(base, 10)
	defer look.Close()
	defer base.Close() // want misordered-shutdown "base"
	work(look)
}
