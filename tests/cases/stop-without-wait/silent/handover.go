// Stop hands the goroutine a value: it takes it at its select, and writes nothing after that.
package cases

import (
	"net"
	"time"
)

type Meter struct {
	conn net.Conn
	quit chan struct{}
}

func NewMeter(conn net.Conn) *Meter {
	m := &Meter{conn: conn, quit: make(chan struct{})}
	go m.run()
	return m
}

func (m *Meter) run() {
	for {
		select {
		case <-m.quit:
			return
		case <-time.After(time.Second):
			m.conn.Write([]byte{1})
		}
	}
}

func (m *Meter) Stop() { m.quit <- struct{}{} }
