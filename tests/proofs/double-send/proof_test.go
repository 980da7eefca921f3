// A second send finds no receiver.
package proofs_double_send

import (
	"errors"
	"testing"

	"proofs/bubble"
)

func load(err error, returns bool) error {
	errs := make(chan error)
	go func() {
		if err != nil {
			errs <- err
			if returns {
				return
			}
		}
		errs <- nil
	}()
	return <-errs
}

func deferred(again bool) {
	done := make(chan struct{})
	go func() {
		defer func() { done <- struct{}{} }()
		if again {
			done <- struct{}{}
		}
	}()
	<-done
}

func TestSecondSend(t *testing.T) {
	failed := errors.New("failed")
	if !bubble.LeavesGoroutines(t, func() { load(failed, false) }) {
		t.Error("the second send found a receiver")
	}
	if bubble.LeavesGoroutines(t, func() { load(failed, true); load(nil, false) }) {
		t.Error("a goroutine is left although it sends once")
	}
	if !bubble.LeavesGoroutines(t, func() { deferred(true) }) {
		t.Error("the deferred send found a receiver")
	}
	if bubble.LeavesGoroutines(t, func() { deferred(false) }) {
		t.Error("a goroutine is left although it sends once")
	}
}
