// A runner's worker asks for the stop and leaves the wait to the owner.
package main

import (
	"errors"
	"fmt"
	"sync"
)

var errFatal = errors.New("fatal")

type runner struct {
	jobs chan func() error
	quit chan struct{}
	once sync.Once
	wg   sync.WaitGroup
}

func newRunner(n int) *runner {
	r := &runner{jobs: make(chan func() error), quit: make(chan struct{})}
	for i := 0; i < n; i++ {
		r.wg.Add(1)
		go r.work()
	}
	return r
}

func (r *runner) work() {
	defer r.wg.Done()
	for {
		select {
		case job := <-r.jobs:
			r.handle(job())
		case <-r.quit:
			return
		}
	}
}

func (r *runner) handle(err error) {
	if errors.Is(err, errFatal) {
		r.halt()
	}
}

func (r *runner) halt() { r.once.Do(func() { close(r.quit) }) }

func (r *runner) Stop() {
	r.halt()
	r.wg.Wait()
}

func main() {
	r := newRunner(2)
	r.jobs <- func() error { return nil }
	r.jobs <- func() error { return errFatal }
	r.Stop()
	fmt.Println("stopped")
}
