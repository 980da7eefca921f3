// main makes one value, whose worker lives as long as the process does.
package main

import "time"

type clock struct{ ticks int }

func newClock() *clock {
	c := &clock{}
	go c.run()
	return c
}

func (c *clock) run() {
	for {
		time.Sleep(time.Second)
		c.ticks++
	}
}

func main() {
	c := newClock()
	time.Sleep(time.Minute)
	println(c.ticks)
}
