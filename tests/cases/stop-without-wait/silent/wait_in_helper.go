// Shutdown cancels in one helper and waits in another.
package cases

import (
	"context"
	"net"
	"sync"
)

type Beacon struct {
	conn   net.Conn
	ticks  chan []byte
	cancel context.CancelFunc
	group  *sync.WaitGroup
}

func (b *Beacon) Run(parent context.Context) {
	ctx, cancel := context.WithCancel(parent)
	b.cancel = cancel
	b.group = new(sync.WaitGroup)
	b.group.Add(1)
	go b.send(ctx)
}

func (b *Beacon) send(ctx context.Context) {
	defer b.group.Done()
	for {
		select {
		case <-ctx.Done():
			return
		case msg := <-b.ticks:
			b.conn.Write(msg)
		}
	}
}

func (b *Beacon) Shutdown() {
	b.end()
	b.await()
}

func (b *Beacon) end() { b.cancel() }

func (b *Beacon) await() { b.group.Wait() }
