// The test returns: the method value that it started loops on.
package cases

import (
	"sync/atomic"
	"testing"
	"time"
)

type wheel struct{ turns atomic.Int64 }

func (w *wheel) spin() {
	for {
		w.turns.Add(1)
		time.Sleep(time.Millisecond)
	}
}

func TestSpin(t *testing.T) {
	var w wheel
	body := w.spin
	go body() // want test-outlived "pin"
	if w.turns.Load() < 0 {
		t.Error("turned back")
	}
}
