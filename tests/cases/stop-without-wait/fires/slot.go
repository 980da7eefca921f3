// Stop leaves its signal in the channel's slot; the goroutine takes it out when its write is done.
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
	m := &Meter{conn: conn, quit: make(chan struct{}, 1)}
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

func (m *Meter) Stop() {
	m.quit <- struct{}{} // want stop-without-wait "Meter.Stop"
}
