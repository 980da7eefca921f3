// Run time: the channel is a field, the goroutine a method; the error path neither sends nor closes.
package cases

type gate struct{ open chan struct{} }

func (g *gate) wait(then func()) {
	<-g.open // want abandoned-receiver[error] "open"
	then()
}

func start(listen func() error, then func()) error {
	g := &gate{open: make(chan struct{})}
	go g.wait(then)
	if err := listen(); err != nil {
		return err
	}
	close(g.open)
	return nil
}
