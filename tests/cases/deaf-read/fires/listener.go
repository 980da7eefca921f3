// Run time: nobody connects any more, and the stop that the loop asks for is never seen.
package cases

import "net"

type server struct {
	stop chan struct{}
}

func newServer() *server {
	return &server{stop: make(chan struct{})}
}

func (s *server) run(serve func(net.Conn)) error {
	l, err := net.Listen("tcp", "localhost:0")
	if err != nil {
		return err
	}
	defer l.Close()
	for {
		select {
		case <-s.stop:
			return nil
		default:
		}
		conn, err := l.Accept() // want deaf-read[warning] "l.Accept"
		if err != nil {
			return err
		}
		serve(conn)
		conn.Close()
	}
}

func (s *server) Stop() {
	close(s.stop)
}
