// A channel is closed twice, closed under its senders, or closed while it is nil.
package proofs_unsafe_close

import (
	"sync"
	"testing"
)

// panics tells what the function panics with; nil when it does not.
func panics(f func()) (with any) {
	defer func() { with = recover() }()
	f()
	return nil
}

func mustPanic(t *testing.T, want string, f func()) {
	t.Helper()
	got := panics(f)
	if err, ok := got.(error); !ok || err.Error() != want {
		t.Errorf("panic is %v, want %q", got, want)
	}
}

const (
	twice  = "close of closed channel"
	isNil  = "close of nil channel"
	toSend = "send on closed channel"
)

func TestDeferredAndByHand(t *testing.T) {
	mustPanic(t, twice, func() {
		ch := make(chan int)
		defer close(ch)
		close(ch)
	})
}

func TestNil(t *testing.T) {
	mustPanic(t, isNil, func() {
		var ch chan int
		close(ch)
	})
}

type latch struct {
	open chan struct{}
	once sync.Once
}

func (l *latch) local() {
	var once sync.Once
	once.Do(func() { close(l.open) })
}

func (l *latch) field() { l.once.Do(func() { close(l.open) }) }

// copied has a value receiver's copy of the Once, made by hand so that no copy is hidden.
func (l *latch) copied() {
	c := latch{open: l.open}
	c.field()
}

func TestOnceOfEachRun(t *testing.T) {
	for _, release := range []func(*latch){(*latch).local, (*latch).copied} {
		l := &latch{open: make(chan struct{})}
		release(l)
		mustPanic(t, twice, func() { release(l) })
	}
}

func TestOnceBesideTheChannel(t *testing.T) {
	l := &latch{open: make(chan struct{})}
	l.field()
	l.field()
	<-l.open
}

// A Once of the package closes for the first value only.
func TestOnceOfThePackage(t *testing.T) {
	var once sync.Once
	first, second := make(chan int), make(chan int)
	for _, ch := range []chan int{first, second} {
		once.Do(func() { close(ch) })
	}
	<-first
	select {
	case <-second:
		t.Error("the second channel is closed")
	default:
	}
}

func TestEveryWorkerCloses(t *testing.T) {
	results := make(chan int, 2)
	ended := make(chan any, 2)
	for range 2 {
		go func() {
			ended <- panics(func() {
				defer close(results)
			})
		}()
	}
	a, b := <-ended, <-ended
	if (a == nil) == (b == nil) {
		t.Errorf("one of two workers panics; they ended with %v and %v", a, b)
	}
}

func TestReceiverCloses(t *testing.T) {
	numbers := make(chan int)
	ended := make(chan any)
	go func() {
		ended <- panics(func() {
			for i := 0; ; i++ {
				numbers <- i
			}
		})
	}()
	<-numbers
	close(numbers)
	if err, ok := (<-ended).(error); !ok || err.Error() != toSend {
		t.Error("the sender does not panic")
	}
}
