// A lock that is held across a wait stops everyone who needs it, and deadlocks with whoever would end
// the wait.
package proofs_lock_across_wait

import (
	"sync"
	"testing"
	"testing/synctest"
	"time"
)

type board struct {
	mu      sync.Mutex
	value   int
	changes chan int
}

func (b *board) setHolding(v int) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.value = v
	b.changes <- v
}

func (b *board) setReleasing(v int) {
	b.mu.Lock()
	b.value = v
	b.mu.Unlock()
	b.changes <- v
}

// With the setter blocked in its send, TryLock tells whether a getter would get through.
func TestGetterIsStopped(t *testing.T) {
	for _, c := range []struct {
		name string
		set  func(*board, int)
		free bool
	}{
		{"holding", (*board).setHolding, false},
		{"releasing", (*board).setReleasing, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := &board{changes: make(chan int)}
				go c.set(b, 1)
				synctest.Wait() // The setter is blocked in its send now.
				free := b.mu.TryLock()
				if free {
					b.mu.Unlock()
				}
				if free != c.free {
					t.Errorf("the lock is free: %v, want %v", free, c.free)
				}
				<-b.changes
			})
		})
	}
}

// The workers that Wait waits for need the lock that it is called under: nothing moves until the
// lock is given back from outside, which the real program has nobody for.
func TestWaitUnderTheWorkersLock(t *testing.T) {
	run := func(mu *sync.Mutex, holding bool, ended chan<- struct{}) {
		defer close(ended)
		var wg sync.WaitGroup
		mu.Lock()
		wg.Go(func() {
			mu.Lock()
			defer mu.Unlock()
		})
		if !holding {
			mu.Unlock()
		}
		wg.Wait()
	}
	var mu sync.Mutex
	ended := make(chan struct{})
	go run(&mu, false, ended)
	<-ended

	ended = make(chan struct{})
	go run(&mu, true, ended)
	select {
	case <-ended:
		t.Error("Wait returned although its worker cannot have had the lock")
	case <-time.After(200 * time.Millisecond):
	}
	mu.Unlock()
	<-ended
}
