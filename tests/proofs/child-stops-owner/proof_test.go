package childstopsowner

import (
	"testing"
	"testing/synctest"
	"time"
)

type hub struct {
	child  *child
	failed chan struct{}
}

func (h *hub) Close() { h.child.Stop() }

type child struct {
	hub  *hub
	quit chan struct{}
	done chan struct{}
	stop bool
}

func (c *child) Stop() {
	if !c.stop {
		c.stop = true
		close(c.quit)
	}
	<-c.done
}

func TestAChildThatClosesItsHubWaitsForItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &hub{}
		c := &child{hub: h, quit: make(chan struct{}), done: make(chan struct{})}
		h.child = c
		returned := false
		go func() {
			c.hub.Close()
			returned = true
		}()
		time.Sleep(time.Hour)
		if returned {
			t.Error("Close returned on the goroutine that it waits for")
		}
		close(c.done) // what the goroutine would have done at its end
	})
}

func TestAChildThatReportsIsStoppedByItsOwner(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		h := &hub{failed: make(chan struct{}, 1)}
		c := &child{hub: h, quit: make(chan struct{}), done: make(chan struct{})}
		h.child = c
		go func() {
			defer close(c.done)
			c.hub.failed <- struct{}{}
		}()
		<-h.failed
		h.Close() // returns, or the bubble reports a deadlock
	})
}
