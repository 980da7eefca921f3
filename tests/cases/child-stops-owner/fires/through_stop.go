// The owner's stop stops the child, whose stop waits for the goroutine that started all this.
package cases

type Hub struct{ conn *Conn }

func (h *Hub) Shutdown() { h.conn.Close() }

type Conn struct {
	hub  *Hub
	in   chan []byte
	quit chan struct{}
	done chan struct{}
}

func Serve(h *Hub) *Conn {
	c := &Conn{hub: h, in: make(chan []byte), quit: make(chan struct{}), done: make(chan struct{})}
	h.conn = c
	go c.read()
	return c
}

func (c *Conn) read() {
	defer close(c.done)
	for {
		select {
		case msg := <-c.in:
			if len(msg) == 0 {
				c.hub.Shutdown() // want child-stops-owner "c.hub.Shutdown"
			}
		case <-c.quit:
			return
		}
	}
}

func (c *Conn) Push(msg []byte) { c.in <- msg }

func (c *Conn) Close() {
	close(c.quit)
	<-c.done
}
