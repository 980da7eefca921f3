// The worker is started through a method value, the stop's signal lies in a Once.
package cases

import (
	"net"
	"sync"
)

type Feed struct {
	out  chan []byte
	conn net.Conn
	once sync.Once
	quit chan struct{}
	wg   sync.WaitGroup
}

func NewFeed(conn net.Conn) *Feed {
	f := &Feed{out: make(chan []byte, 4), conn: conn, quit: make(chan struct{})}
	f.wg.Add(1)
	start := f.pump
	go start()
	return f
}

func (f *Feed) pump() {
	defer f.wg.Done()
	for {
		select {
		case b := <-f.out:
			f.conn.Write(b)
		case <-f.quit:
			return
		}
	}
}

func (f *Feed) Push(b []byte) { f.out <- b }

func (f *Feed) Close() {
	f.once.Do(func() {
		close(f.quit) // want undrained-close "f.out"
	})
	f.wg.Wait()
}
