// The constructor forgot the channel.
package cases

type server struct {
	addr string
	quit chan struct{}
}

func newServer(addr string) *server { return &server{addr: addr} }

func (s *server) stop() {
	close(s.quit) // want unsafe-close[warning] "s.quit is nil here"
}

func serve() {
	s := newServer(":80")
	s.stop()
}
