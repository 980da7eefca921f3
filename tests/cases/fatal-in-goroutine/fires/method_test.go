// Run time: the method runs on its own goroutine and finds the test in a field.
package cases

import "testing"

type harness struct {
	t    *testing.T
	done chan struct{}
}

func (h *harness) run() {
	defer close(h.done)
	h.t.Skip("not here")
}

func TestHarness(t *testing.T) {
	h := &harness{t, make(chan struct{})}
	go h.run() // want fatal-in-goroutine "this goroutine calls h.t.Skip"
	<-h.done
}
