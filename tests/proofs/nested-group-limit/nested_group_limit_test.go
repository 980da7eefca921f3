// Slots that are waited for by those who hold them never come free.
package proofs_nested_group_limit

import (
	"sync"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"
)

// ends tells whether f returns within a second; what does not, stays behind.
func ends(f func()) bool {
	done := make(chan struct{})
	go func() {
		f()
		close(done)
	}()
	select {
	case <-done:
		return true
	case <-time.After(time.Second):
		return false
	}
}

// nest starts n goroutines that give their group one more each, once all of them have started.
func nest(limit, n int, again func(*errgroup.Group, func() error)) {
	var g errgroup.Group
	g.SetLimit(limit)
	var started sync.WaitGroup
	started.Add(n)
	for range n {
		g.Go(func() error {
			started.Done()
			started.Wait()
			again(&g, func() error { return nil })
			return nil
		})
	}
	g.Wait()
}

func TestAsManyAsTheLimitWaitForEachOther(t *testing.T) {
	if ends(func() { nest(4, 4, (*errgroup.Group).Go) }) {
		t.Error("a slot came free")
	}
}

func TestTheOnlySlotIsHeldByWhoWaitsForIt(t *testing.T) {
	if ends(func() { nest(1, 1, (*errgroup.Group).Go) }) {
		t.Error("the slot came free")
	}
}

func TestOneSlotMoreIsEnough(t *testing.T) {
	if !ends(func() { nest(5, 4, (*errgroup.Group).Go) }) {
		t.Error("waits with a free slot")
	}
}

func TestTryGoDoesNotWait(t *testing.T) {
	try := func(g *errgroup.Group, f func() error) {
		if !g.TryGo(f) {
			f()
		}
	}
	if !ends(func() { nest(4, 4, try) }) {
		t.Error("TryGo waited")
	}
}
