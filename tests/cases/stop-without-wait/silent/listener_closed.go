// Closing the listener is what makes the accept return: the second half of the signal, not what the goroutine needs.
package cases

import "net"

type Transport struct {
	l     net.Listener
	conns chan net.Conn
	quit  chan struct{}
}

func NewTransport(l net.Listener) *Transport {
	t := &Transport{l: l, conns: make(chan net.Conn), quit: make(chan struct{})}
	go t.listen()
	return t
}

func (t *Transport) listen() {
	for {
		conn, err := t.l.Accept()
		if err != nil {
			select {
			case <-t.quit:
				return
			default:
				continue
			}
		}
		select {
		case t.conns <- conn:
		case <-t.quit:
			return
		}
	}
}

func (t *Transport) Conns() <-chan net.Conn { return t.conns }

func (t *Transport) Close() error {
	close(t.quit)
	return t.l.Close()
}
