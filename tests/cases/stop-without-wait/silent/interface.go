// What the sink keeps is memory, whichever interface it is called through.
package cases

type Sink interface{ Put(b []byte) }

type memory struct{ data []byte }

func (m *memory) Put(b []byte) { m.data = append(m.data, b...) }

type Relay struct {
	sink Sink
	in   chan []byte
	quit chan struct{}
}

func NewRelay() *Relay {
	r := &Relay{sink: &memory{}, in: make(chan []byte), quit: make(chan struct{})}
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
	close(r.quit)
	return nil
}

func (r *Relay) Send(b []byte) { r.in <- b }
