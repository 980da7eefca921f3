// The child's method defers the stop of its owner.
package cases

type Bus struct{ subs map[string]*Sub }

func (b *Bus) Stop() {
	for _, s := range b.subs {
		s.end()
	}
}

type Sub struct {
	bus  *Bus
	quit chan struct{}
}

func (s *Sub) Leave() {
	defer s.bus.Stop() // want child-stops-owner[warning] "Sub.Leave calls s.bus.Stop"
}

func (s *Sub) end() { close(s.quit) }
