// A shard's close returns when the flush fails, before it closes the channel that ends its compactor.
// fails: leak
// rule: immortal-goroutine, stop-without-wait, untracked-goroutine, abandoned-receiver, unclosable-constructor
// in: open compactor Close
package main

import (
	"errors"
	"fmt"
	"time"
)

type shard struct {
	stop    chan struct{}
	ended   chan struct{}
	trigger chan int
	dirty   bool
	runs    int
}

func open() *shard {
	s := &shard{stop: make(chan struct{}), ended: make(chan struct{}), trigger: make(chan int)}
	go s.compactor()
	return s
}

func (s *shard) compactor() {
	defer close(s.ended)
	for {
		select {
		case n := <-s.trigger:
			s.runs += n
		case <-s.stop:
			return
		}
	}
}

func (s *shard) flush() error {
	if s.dirty {
		return errors.New("disk full")
	}
	return nil
}

func (s *shard) Close() error {
	if err := s.flush(); err != nil {
		return err
	}
	close(s.stop)
	<-s.ended
	return nil
}

func use() error {
	s := open()
	s.trigger <- 1
	s.dirty = true
	return s.Close()
}

func main() {
	fmt.Println(use())
	time.Sleep(10 * time.Millisecond)
}
