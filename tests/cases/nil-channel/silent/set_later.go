// Run time: start makes the channel that the constructor leaves out.
package cases

type service struct {
	name string
	done chan struct{}
}

func newService(name string) *service { return &service{name: name} }

func (s *service) start() {
	s.done = make(chan struct{})
	close(s.done)
}

func (s *service) stop() { <-s.done }

func Run() {
	s := newService("a")
	s.start()
	s.stop()
}
