// The goroutine is started in a helper that the loop calls for each connection.
package cases

import (
	"io"
	"net"
)

type proxy struct{ l net.Listener }

func Run(l net.Listener) error { return (&proxy{l}).run() }

func (p *proxy) run() error {
	for {
		conn, err := p.l.Accept()
		if err != nil {
			return err
		}
		p.handle(conn)
	}
}

func (p *proxy) handle(conn net.Conn) {
	go io.Copy(io.Discard, conn) // want unbounded-spawn "p.l.Accept"
}
