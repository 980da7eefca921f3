// A pipeline's Stop waits for its worker, which is blocked in a send that nobody receives after the stop.
// fails: deadlock
// rule: abandoned-sender, self-wait, undrained-close
// in: Stop work
package main

import (
	"fmt"
	"sync"
)

type pipeline struct {
	in   chan int
	out  chan int
	stop chan struct{}
	wg   sync.WaitGroup
}

func newPipeline() *pipeline {
	p := &pipeline{in: make(chan int), out: make(chan int), stop: make(chan struct{})}
	p.wg.Add(1)
	go p.work()
	return p
}

func (p *pipeline) work() {
	defer p.wg.Done()
	for {
		select {
		case v := <-p.in:
			p.out <- v * v
		case <-p.stop:
			return
		}
	}
}

func (p *pipeline) Stop() {
	close(p.stop)
	p.wg.Wait()
}

func main() {
	p := newPipeline()
	p.in <- 2
	fmt.Println(<-p.out)
	p.in <- 3
	p.Stop()
}
