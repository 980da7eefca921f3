// app returns: the index gets its store in a struct of options, by value.
package cases

type store struct{ open bool }

func openStore() *store { return &store{open: true} }

func (s *store) Shut() { s.open = false }

type options struct {
	from *store
	size int
}

type index struct {
	under *store
	pages []int
}

func newIndex(o options) *index {
	return &index{under: o.from, pages: make([]int, o.size)}
}

func (x *index) Halt() { x.pages = nil }

func app(work func(*index)) {
	base := openStore()
	look := newIndex(options{from: base, size: 8})
	defer look.Halt()
	defer base.Shut() // want misordered-shutdown "base"
	work(look)
}
