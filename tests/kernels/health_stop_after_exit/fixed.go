// A health checker's Stop closes its channel.
package main

import (
	"errors"
	"fmt"
	"time"
)

type target interface{ Ping() error }

type checker struct {
	t      target
	stopc  chan struct{}
	every  time.Duration
	failed chan error
}

func newChecker(t target, every time.Duration) *checker {
	c := &checker{t: t, stopc: make(chan struct{}), every: every, failed: make(chan error, 1)}
	go c.loop()
	return c
}

func (c *checker) loop() {
	tick := time.NewTicker(c.every)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			if err := c.t.Ping(); err != nil {
				c.failed <- err
				return
			}
		case <-c.stopc:
			return
		}
	}
}

func (c *checker) Stop() {
	close(c.stopc)
}

type flaky struct{ left int }

func (f *flaky) Ping() error {
	if f.left--; f.left < 0 {
		return errors.New("no answer")
	}
	return nil
}

func main() {
	c := newChecker(&flaky{2}, time.Millisecond)
	fmt.Println(<-c.failed)
	c.Stop()
}
