// Close is called through an interface: what the sink writes to is the network in any case.
package cases

import "net"

type Sink interface{ Put(b []byte) }

type netSink struct{ conn net.Conn }

func (n *netSink) Put(b []byte) { n.conn.Write(b) }

type Relay struct {
	sink Sink
	in   chan []byte
	quit chan struct{}
}

func NewRelay(conn net.Conn) *Relay {
	r := &Relay{sink: &netSink{conn}, in: make(chan []byte), quit: make(chan struct{})}
	go r.pump()
	return r
}

func (r *Relay) pump() {
	for {
		select {
		case b := <-r.in:
			r.sink.Put(b)
		case <-r.quit:
			return
		}
	}
}

func (r *Relay) Close() error {
	close(r.quit) // want stop-without-wait "Relay.Close"
	return nil
}

func (r *Relay) Send(b []byte) { r.in <- b }
