// Run time: the source has events where it was told to.
package cases

type source struct{ live bool }

func (s source) events() <-chan string {
	if !s.live {
		return nil
	}
	c := make(chan string)
	close(c)
	return c
}

func Watch(handle func(string)) {
	s := source{live: true}
	for e := range s.events() {
		handle(e)
	}
}
