// Near miss of field: Stop closes the connection while the loop reads.
package cases

import (
	"context"
	"net"
)

type tail struct {
	ctx    context.Context
	cancel context.CancelFunc
	conn   net.Conn
	done   chan struct{}
}

func start(address string) (*tail, error) {
	conn, err := net.Dial("tcp", address)
	if err != nil {
		return nil, err
	}
	t := &tail{conn: conn, done: make(chan struct{})}
	t.ctx, t.cancel = context.WithCancel(context.Background())
	go t.loop()
	return t, nil
}

func (t *tail) loop() {
	defer close(t.done)
	buf := make([]byte, 64)
	for {
		select {
		case <-t.ctx.Done():
			return
		default:
		}
		if _, err := t.conn.Read(buf); err != nil {
			return
		}
	}
}

func (t *tail) Stop() {
	t.cancel()
	t.conn.Close()
	<-t.done
}
