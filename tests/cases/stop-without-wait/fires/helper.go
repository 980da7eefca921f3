// Shutdown cancels in a helper of the type, which waits no more than its caller does.
package cases

import (
	"context"
	"net"
)

type Beacon struct {
	conn   net.Conn
	ticks  chan []byte
	cancel context.CancelFunc
}

func (b *Beacon) Run(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	b.cancel = cancel
	go b.send(ctx)
}

func (b *Beacon) send(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case msg := <-b.ticks:
			b.conn.Write(msg)
		}
	}
}

func (b *Beacon) Shutdown() { b.end() }

func (b *Beacon) end() {
	if b.cancel != nil {
		b.cancel() // want stop-without-wait "Beacon.end"
	}
}
