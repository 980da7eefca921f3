// A worker calls back; who is called is the owner's choice.
package cases

type Bus struct{ subs map[string]*Sub }

func (b *Bus) Stop() {
	for _, s := range b.subs {
		s.end()
	}
}

type Sub struct {
	failed func(error)
	quit   chan struct{}
}

func (s *Sub) Leave(err error) { s.failed(err) }

func (s *Sub) end() { close(s.quit) }
