// The directive says why the goroutine has no stop.
package cases

import (
	"sync/atomic"
	"time"
)

type Clock struct{ now atomic.Int64 }

func NewClock() *Clock {
	c := &Clock{}
	//curfew:detached the one clock of the process, as old as the process
	go func() {
		for t := range time.Tick(time.Millisecond) {
			c.now.Store(t.UnixMilli())
		}
	}()
	return c
}
