// app returns: the user is an instance of a generic type, built by a generic function from the dependency.
package cases

type disk struct{}

func openDisk() *disk
func (d *disk) Close() error

type paged[K comparable] struct {
	under *disk
	pages map[K]int
}

func page[K comparable](d *disk) *paged[K] {
	return &paged[K]{under: d, pages: map[K]int{}}
}

func (p *paged[K]) Close() error {
	clear(p.pages)
	return nil
}

func app(work func(*paged[string])) {
	base := openDisk()
	pages := page[string](base)
	work(pages)
	base.Close() // want misordered-shutdown "base"
	pages.Close()
}
