// A statistics flusher is started by its constructor and ranges over a ticker, and stopping a ticker ends no range.
// fails: leak
// rule: unclosable-constructor, immortal-goroutine
// in: newStats flush
package main

import (
	"fmt"
	"sync/atomic"
	"time"
)

type stats struct {
	hits  atomic.Int64
	total atomic.Int64
	tick  *time.Ticker
}

func newStats(every time.Duration) *stats {
	s := &stats{tick: time.NewTicker(every)}
	go s.flush()
	return s
}

func (s *stats) flush() {
	for range s.tick.C {
		s.total.Add(s.hits.Swap(0))
	}
}

func (s *stats) Close() { s.tick.Stop() }

func use() {
	s := newStats(time.Millisecond)
	s.hits.Add(3)
	time.Sleep(5 * time.Millisecond)
	s.Close()
	fmt.Println(s.total.Load())
}

func main() {
	use()
	use()
}
