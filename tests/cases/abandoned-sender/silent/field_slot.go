// The channel in the field has a slot.
package cases

type call struct {
	reply chan int
}

func (c *call) run(f func() int) { c.reply <- f() }

func do(stop <-chan struct{}, f func() int) int {
	c := &call{reply: make(chan int, 1)}
	go c.run(f)
	select {
	case v := <-c.reply:
		return v
	case <-stop:
		return -1
	}
}
