// Run time: the server closes its connections under its lock, and a connection that closes leaves its
// server under its own.
package cases

import "sync"

type Server struct {
	mu    sync.Mutex
	conns map[*Conn]bool
}

type Conn struct {
	mu     sync.Mutex
	server *Server
	closed bool
}

func (s *Server) Shutdown() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.conns {
		c.abort()
	}
}

func (c *Conn) abort() {
	c.mu.Lock()
	c.closed = true
	c.mu.Unlock()
}

func (s *Server) forget(c *Conn) {
	s.mu.Lock()
	delete(s.conns, c)
	s.mu.Unlock()
}

func (c *Conn) Close() {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return
	}
	c.closed = true
	c.server.forget(c) // want lock-order "c.server.forget takes s.mu while c.mu is held"
}
