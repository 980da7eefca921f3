// A supervisor's loop returns on its stop signal.
package main

import (
	"fmt"
	"time"
)

type supervisor struct {
	exits  chan int
	stop   chan struct{}
	ended  chan struct{}
	counts map[int]int
}

func Start() *supervisor {
	s := &supervisor{exits: make(chan int), stop: make(chan struct{}), ended: make(chan struct{}), counts: map[int]int{}}
	go s.watch()
	return s
}

func (s *supervisor) watch() {
	defer close(s.ended)
	for {
		select {
		case pid := <-s.exits:
			s.counts[pid]++
		case <-s.stop:
			return
		}
	}
}

func (s *supervisor) Stop() {
	close(s.stop)
	<-s.ended
}

func main() {
	s := Start()
	s.exits <- 7
	s.Stop()
	fmt.Println(s.counts)
	time.Sleep(time.Millisecond)
}
