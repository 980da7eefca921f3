// The child's stop closes its connection: the owner's stop does that for every child.
package cases

import "net"

type Server struct{ sessions map[int]*Session }

func (s *Server) Close() error {
	for _, session := range s.sessions {
		session.Close()
	}
	return nil
}

type Session struct {
	server *Server
	conn   net.Conn
}

func (s *Session) Panic() {
	s.server.Close() // want child-stops-owner "Session.Panic calls s.server.Close"
}

func (s *Session) Close() error { return s.conn.Close() }
