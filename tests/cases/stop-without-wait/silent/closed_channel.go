// Closed gives the caller a channel to wait for, made when it is first asked for.
package cases

import (
	"net"
	"sync"
)

type Puller struct {
	mu     sync.Mutex
	conn   net.Conn
	want   chan []byte
	quit   chan struct{}
	closed chan struct{}
}

func NewPuller(conn net.Conn) *Puller {
	p := &Puller{conn: conn, want: make(chan []byte), quit: make(chan struct{})}
	go p.pull()
	return p
}

func (p *Puller) pull() {
	for {
		select {
		case b := <-p.want:
			p.conn.Write(b)
		case <-p.quit:
			return
		}
	}
}

func (p *Puller) Want(b []byte) { p.want <- b }

func (p *Puller) Stop() { close(p.quit) }

func (p *Puller) Closed() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed == nil {
		p.closed = make(chan struct{})
	}
	return p.closed
}
