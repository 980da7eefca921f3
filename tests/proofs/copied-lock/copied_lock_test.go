// A copy of a lock excludes nobody, and a copy of a group counts for nobody.
package proofs_copied_lock

import (
	"sync"
	"testing"
)

type counter struct {
	mu sync.Mutex
	n  int
}

// byValue runs while its own copy of the mutex is held.
func (c counter) byValue(inside func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	inside()
}

func (c *counter) byPointer(inside func()) {
	c.mu.Lock()
	defer c.mu.Unlock()
	inside()
}

func TestTheCopyDoesNotExclude(t *testing.T) {
	var c counter
	c.byValue(func() {
		if !c.mu.TryLock() {
			t.Error("the original was locked")
		}
	})
}

func TestTheOriginalExcludes(t *testing.T) {
	var c counter
	c.byPointer(func() {
		if c.mu.TryLock() {
			t.Error("two goroutines could be inside")
		}
	})
}

func TestACopyOfAHeldLockStaysHeld(t *testing.T) {
	var a counter
	a.mu.Lock()
	b := a
	a.mu.Unlock()
	if b.mu.TryLock() {
		t.Error("the copy was free")
	}
}

func TestDoneOfACopyIsNotCounted(t *testing.T) {
	var wg sync.WaitGroup
	wg.Add(1)
	func(wg sync.WaitGroup) { wg.Done() }(wg)
	waited := make(chan struct{})
	go func() {
		wg.Wait()
		close(waited)
	}()
	select {
	case <-waited:
		t.Error("Wait returned")
	default:
	}
	wg.Done()
	<-waited
}
