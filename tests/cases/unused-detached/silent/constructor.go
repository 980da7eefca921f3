// A constructor starts what nothing stops.
package cases

import "time"

type clock struct{ now time.Time }

func newClock() *clock {
	c := &clock{}
	go c.run() //curfew:detached every clock of the process lives as long as it
	return c
}

func (c *clock) run() {
	for {
		time.Sleep(time.Second)
		c.now = time.Now()
	}
}
