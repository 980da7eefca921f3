// A signal that comes before the wait is gone; one signal wakes one.
package proofs_lost_signal

import (
	"sync"
	"testing"

	"proofs/bubble"
)

type box struct {
	mu   sync.Mutex
	some *sync.Cond
	mail []string
	open bool
}

func newBox() *box {
	b := &box{}
	b.some = sync.NewCond(&b.mu)
	return b
}

func (b *box) put(s string) {
	b.mu.Lock()
	b.mail = append(b.mail, s)
	b.mu.Unlock()
	b.some.Signal()
}

func (b *box) takeBlind() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.some.Wait()
	b.mail = b.mail[1:]
}

func (b *box) take() {
	b.mu.Lock()
	defer b.mu.Unlock()
	for len(b.mail) == 0 {
		b.some.Wait()
	}
	b.mail = b.mail[1:]
}

func TestTheSignalCameBefore(t *testing.T) {
	if !bubble.LeavesGoroutines(t, func() {
		b := newBox()
		b.put("a")
		go b.takeBlind()
	}) {
		t.Error("the wait ended")
	}
}

func TestWhoLooksFirstDoesNotWait(t *testing.T) {
	if bubble.LeavesGoroutines(t, func() {
		b := newBox()
		b.put("a")
		go b.take()
	}) {
		t.Error("the wait never ended")
	}
}

// opening lets two wait for the flag, sets it and wakes.
func opening(wake func(*sync.Cond)) func() {
	return func() {
		b := newBox()
		var ready, done sync.WaitGroup
		ready.Add(2)
		done.Add(2)
		for range 2 {
			go func() {
				defer done.Done()
				b.mu.Lock()
				defer b.mu.Unlock()
				ready.Done()
				for !b.open {
					b.some.Wait()
				}
			}()
		}
		go func() {
			ready.Wait()
			b.mu.Lock()
			b.open = true
			b.mu.Unlock()
			wake(b.some)
			done.Wait()
		}()
	}
}

func TestOneSignalWakesOne(t *testing.T) {
	if !bubble.LeavesGoroutines(t, opening((*sync.Cond).Signal)) {
		t.Error("both were woken")
	}
}

func TestBroadcastWakesAll(t *testing.T) {
	if bubble.LeavesGoroutines(t, opening((*sync.Cond).Broadcast)) {
		t.Error("somebody still waits")
	}
}
