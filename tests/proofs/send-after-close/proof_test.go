// A send on a closed channel panics, also as one case of a select and after a stop signal.
package proofs_send_after_close

import (
	"sync"
	"testing"
)

func panics(f func()) (with any) {
	defer func() { with = recover() }()
	f()
	return nil
}

func isSend(with any) bool {
	err, ok := with.(error)
	return ok && err.Error() == "send on closed channel"
}

func TestOnePath(t *testing.T) {
	if !isSend(panics(func() {
		c := make(chan int, 2)
		close(c)
		c <- 1
	})) {
		t.Error("the send does not panic")
	}
}

// Deferred calls run last first.
func TestDeferredSend(t *testing.T) {
	if !isSend(panics(func() {
		c := make(chan int, 1)
		defer func() { c <- 1 }()
		defer close(c)
	})) {
		t.Error("the deferred send does not panic")
	}
}

// With the stop signal and the closed channel both ready, select takes either.
func TestSelectPicksTheSend(t *testing.T) {
	picked := 0
	for range 200 {
		c, stop := make(chan int), make(chan struct{})
		close(stop)
		close(c)
		if isSend(panics(func() {
			select {
			case c <- 1:
			case <-stop:
			}
		})) {
			picked++
		}
	}
	if picked == 0 || picked == 200 {
		t.Errorf("select picked the send %d times of 200", picked)
	}
}

// A sender that is blocked when the channel is closed panics.
func TestCloseUnderTheSender(t *testing.T) {
	c, ended := make(chan int), make(chan any)
	go func() {
		ended <- panics(func() {
			for i := 0; ; i++ {
				c <- i
			}
		})
	}()
	<-c
	close(c)
	if !isSend(<-ended) {
		t.Error("the blocked sender does not panic")
	}
}

func TestWaitedFor(t *testing.T) {
	c := make(chan int, 4)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c <- i
		}()
	}
	wg.Wait()
	close(c)
	if len(c) != 4 {
		t.Errorf("%d values arrived", len(c))
	}
}

// A lock around both, and a flag that the sender asks.
func TestLockAndFlag(t *testing.T) {
	var mu sync.RWMutex
	closed := false
	c := make(chan int)
	offer := func(v int) bool {
		mu.RLock()
		defer mu.RUnlock()
		if closed {
			return false
		}
		select {
		case c <- v:
		default:
		}
		return true
	}
	ended := make(chan any)
	go func() {
		ended <- panics(func() {
			for offer(1) {
			}
		})
	}()
	mu.Lock()
	closed = true
	close(c)
	mu.Unlock()
	if with := <-ended; with != nil {
		t.Errorf("the sender panics with %v", with)
	}
}
