// A compactor's trigger drops what is pending already.
package cases

import (
	"fmt"
	"time"
)

type compactor struct {
	trigger chan int
	quit    chan struct{}
	levels  [4]int
}

func newCompactor() *compactor {
	c := &compactor{trigger: make(chan int, 1), quit: make(chan struct{})}
	go c.loop()
	return c
}

func (c *compactor) loop() {
	for {
		select {
		case l := <-c.trigger:
			c.compact(l)
		case <-c.quit:
			return
		}
	}
}

func (c *compactor) compact(level int) {
	c.levels[level] = 0
	if level+1 < len(c.levels) {
		c.levels[level+1]++
		select {
		case c.trigger <- level + 1:
		default:
		}
	}
}

func use() {
	c := newCompactor()
	c.trigger <- 0
	time.Sleep(10 * time.Millisecond)
	close(c.quit)
	time.Sleep(10 * time.Millisecond)
	fmt.Println("closed")
}
