// Run time: A compactor's loop triggers itself through its own channel of one slot, which writers fill too.
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
		c.trigger <- level + 1
		c.trigger <- level + 1 // want stuck-goroutine "nobody receives any more, and no slot is"
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
