// Stop is called: the goroutine runs a method value, whose method is the one that writes.
package cases

import (
	"context"
	"net"
	"time"
)

type Clock struct {
	conn net.Conn
	stop func()
}

func NewClock(conn net.Conn) *Clock {
	ctx, cancel := context.WithCancel(context.Background())
	c := &Clock{conn: conn, stop: cancel}
	loop := c.tell
	go loop(ctx)
	return c
}

func (c *Clock) tell(ctx context.Context) {
	for ctx.Err() == nil {
		c.conn.Write([]byte("now\n"))
		time.Sleep(time.Millisecond)
	}
}

func (c *Clock) Stop() {
	c.stop() // want stop-without-wait "Clock.Stop"
}
