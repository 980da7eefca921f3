// A receive for which nobody sends or closes blocks for good.
package proofs_abandoned_receiver

import (
	"errors"
	"testing"
	"time"

	"proofs/bubble"
)

var failed = errors.New("failed")

func guard(err error, closes bool) error {
	done := make(chan struct{})
	if closes {
		defer close(done)
	}
	go func() { <-done }()
	if err != nil {
		return err
	}
	if !closes {
		close(done)
	}
	return nil
}

func load(err error, sends bool) int {
	out := make(chan int)
	go func() {
		if err != nil {
			if sends {
				out <- -1
			}
			return
		}
		out <- 1
	}()
	return <-out
}

func leaves(t *testing.T, f func()) bool {
	return bubble.LeavesGoroutines(t, func() {
		f()
		time.Sleep(time.Minute)
	})
}

func TestOwnerLeaves(t *testing.T) {
	if !leaves(t, func() { guard(failed, false) }) {
		t.Error("the receiver ended although nothing was sent or closed")
	}
	if leaves(t, func() { guard(failed, true) }) || leaves(t, func() { guard(nil, false) }) {
		t.Error("the receiver is left although the channel was closed")
	}
}

func TestSenderEndsWithoutSending(t *testing.T) {
	if !leaves(t, func() { load(failed, false) }) {
		t.Error("the wait ended although nothing was sent")
	}
	if leaves(t, func() { load(failed, true) }) || leaves(t, func() { load(nil, false) }) {
		t.Error("the wait did not end although something was sent")
	}
}
