// The goroutine does not wait for anything: it ends as soon as it has run.
package cases

import "sync/atomic"

type Counter struct {
	n  atomic.Int64
	in chan int64
}

func (c *Counter) Put(v int64) { c.in <- v }

func (c *Counter) Run() {
	for v := range c.in {
		go func() { c.n.Add(v) }()
	}
}
