// Only the goroutine itself cancels, on its way out; it has nothing to wait for.
package cases

import (
	"context"
	"net"
)

type Feed struct {
	conn   net.Conn
	in     chan []byte
	cancel context.CancelFunc
	done   chan error
}

func NewFeed(parent context.Context, conn net.Conn) *Feed {
	ctx, cancel := context.WithCancel(parent)
	f := &Feed{conn: conn, in: make(chan []byte), cancel: cancel, done: make(chan error, 1)}
	go f.run(ctx)
	return f
}

func (f *Feed) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			f.done <- ctx.Err()
			return
		case b := <-f.in:
			if _, err := f.conn.Write(b); err != nil {
				f.fail()
			}
		}
	}
}

func (f *Feed) fail() { f.cancel() }

func (f *Feed) Err() error { return <-f.done }
