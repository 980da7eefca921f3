// A Courier is dropped by its user: the loop waits on a channel field that nobody outside can reach.
package cases

type Courier struct {
	in   chan string
	last string
}

func NewCourier() *Courier {
	c := &Courier{in: make(chan string)}
	go c.deliver() // want unclosable-constructor "NewCourier"
	return c
}

func (c *Courier) deliver() {
	for {
		c.last = <-c.in
	}
}

func (c *Courier) Send(letter string) { c.in <- letter }
