// Run time: the channel is a field; its receiver returns when the caller's stop channel is closed.
package cases

type call struct {
	reply chan int
}

func (c *call) run(f func() int) {
	c.reply <- f() // want abandoned-sender[error] "reply"
}

func do(stop <-chan struct{}, f func() int) int {
	c := &call{reply: make(chan int)}
	go c.run(f)
	select {
	case v := <-c.reply:
		return v
	case <-stop:
		return -1
	}
}
