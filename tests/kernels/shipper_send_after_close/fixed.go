// A log shipper's Close waits for its tail before it closes the queue.
package main

import (
	"fmt"
	"sync"
	"time"
)

type shipper struct {
	queue chan string
	quit  chan struct{}
	tails sync.WaitGroup
	sent  int
	drain sync.WaitGroup
}

func newShipper() *shipper {
	s := &shipper{queue: make(chan string, 4), quit: make(chan struct{})}
	s.tails.Add(1)
	go s.tail()
	s.drain.Add(1)
	go s.ship()
	return s
}

func (s *shipper) tail() {
	defer s.tails.Done()
	for i := 0; ; i++ {
		select {
		case <-s.quit:
			return
		default:
		}
		line := fmt.Sprint("line ", i)
		time.Sleep(time.Millisecond)
		s.queue <- line
	}
}

func (s *shipper) ship() {
	defer s.drain.Done()
	for range s.queue {
		s.sent++
	}
}

func (s *shipper) Close() {
	close(s.quit)
	s.tails.Wait()
	close(s.queue)
	s.drain.Wait()
}

func main() {
	for i := 0; i < 200; i++ {
		s := newShipper()
		time.Sleep(time.Duration(i%5) * 300 * time.Microsecond)
		s.Close()
	}
}
