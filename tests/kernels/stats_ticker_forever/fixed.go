// A statistics flusher has a Close that ends it.
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
	quit  chan struct{}
	ended chan struct{}
}

func newStats(every time.Duration) *stats {
	s := &stats{tick: time.NewTicker(every)}
	s.quit, s.ended = make(chan struct{}), make(chan struct{})
	go s.flush()
	return s
}

func (s *stats) flush() {
	defer close(s.ended)
	for {
		select {
		case <-s.tick.C:
			s.total.Add(s.hits.Swap(0))
		case <-s.quit:
			return
		}
	}
}

func (s *stats) Close() {
	s.tick.Stop()
	close(s.quit)
	<-s.ended
}

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
