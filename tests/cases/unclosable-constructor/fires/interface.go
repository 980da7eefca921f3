// NewClock's caller gets an interface without a stop, and the type behind it has none either.
package cases

import (
	"sync/atomic"
	"time"
)

type Clock interface{ Now() int64 }

type coarse struct{ now atomic.Int64 }

func (c *coarse) Now() int64 { return c.now.Load() }

func (c *coarse) advance() {
	for t := range time.Tick(time.Millisecond) {
		c.now.Store(t.UnixMilli())
	}
}

func NewClock() Clock {
	c := &coarse{}
	go c.advance() // want unclosable-constructor "NewClock"
	return c
}
