// The stop is deferred as a method value and called as one.
package cases

type gate struct{ opened chan struct{} }

func (g *gate) open() {
	close(g.opened) // want unsafe-close[error] "closed twice"
}

func pass(ready func() bool) {
	g := &gate{opened: make(chan struct{})}
	open := g.open
	defer open()
	if ready() {
		open()
	}
	println("passed")
}
