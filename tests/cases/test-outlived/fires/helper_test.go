// The test returns: the helper started the loop for it and gave it nothing to end it with.
package cases

import (
	"testing"
	"time"
)

type clock struct{ ticks chan time.Time }

func startClock(t *testing.T) *clock {
	t.Helper()
	c := &clock{ticks: make(chan time.Time)}
	go c.tick() // want test-outlived ""
	return c
}

func (c *clock) tick() {
	for now := range time.Tick(time.Millisecond) {
		c.ticks <- now
	}
}

func TestClock(t *testing.T) {
	c := startClock(t)
	if now := <-c.ticks; now.IsZero() {
		t.Error("zero time")
	}
}
