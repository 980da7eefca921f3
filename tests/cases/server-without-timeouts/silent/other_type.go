// curfew: --level advice
// A type of our own has no such limits.
package cases

import "net"

type Server struct {
	l net.Listener
}

func (s *Server) ListenAndServe() error {
	c, err := s.l.Accept()
	if err != nil {
		return err
	}
	return c.Close()
}

func serve(l net.Listener) error {
	s := &Server{l: l}
	return s.ListenAndServe()
}
