// The coroutine of a pulled sequence lives until it is stopped or at its end.
package proofs_unstopped_pull

import (
	"iter"
	"testing"
)

// numbers counts up to n and tells through ended that it has come to its end.
func numbers(n int, ended *bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer func() { *ended = true }()
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestLeftAloneItStaysParked(t *testing.T) {
	var ended bool
	next, _ := iter.Pull(numbers(3, &ended))
	next()
	if ended {
		t.Error("the sequence ended after its first value")
	}
}

func TestStopEndsIt(t *testing.T) {
	var ended bool
	next, stop := iter.Pull(numbers(3, &ended))
	next()
	stop()
	stop()
	if !ended {
		t.Error("the sequence is still parked")
	}
}

func TestReadToFalseItHasEnded(t *testing.T) {
	var ended bool
	next, _ := iter.Pull(numbers(3, &ended))
	for _, ok := next(); ok; _, ok = next() {
	}
	if !ended {
		t.Error("the sequence is still parked")
	}
}
