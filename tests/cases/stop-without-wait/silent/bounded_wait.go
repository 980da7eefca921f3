// Stop waits for the goroutine's end, but no longer than its caller allows.
package cases

import (
	"context"
	"net"
	"time"
)

type Clock struct {
	conn net.Conn
	stop func()
	done chan struct{}
}

func NewClock(conn net.Conn) *Clock {
	ctx, cancel := context.WithCancel(context.Background())
	c := &Clock{conn: conn, stop: cancel, done: make(chan struct{})}
	go func() {
		defer close(c.done)
		for ctx.Err() == nil {
			c.conn.Write([]byte("now\n"))
			time.Sleep(time.Millisecond)
		}
	}()
	return c
}

func (c *Clock) Stop(ctx context.Context) error {
	c.stop()
	select {
	case <-c.done:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}
