// A default that does nothing asks again and again; without it the select is asked once.
package proofs_spinning_select

import (
	"testing"
	"time"
)

const nap = 20 * time.Millisecond

func TestItAsksAllTheTime(t *testing.T) {
	done := time.After(nap)
	rounds := 0
	for over := false; !over; rounds++ {
		select {
		case <-done:
			over = true
		default:
		}
	}
	if rounds < 1000 {
		t.Errorf("only %d rounds", rounds)
	}
}

func TestWithoutTheDefaultItWaits(t *testing.T) {
	done := time.After(nap)
	rounds := 0
	for over := false; !over; rounds++ {
		select {
		case <-done:
			over = true
		}
	}
	if rounds != 1 {
		t.Errorf("%d rounds", rounds)
	}
}
