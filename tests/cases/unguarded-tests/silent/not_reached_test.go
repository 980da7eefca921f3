// curfew: --level advice --rule unguarded-tests
// No test comes to the start.
package cases

import "testing"

type worker struct{ quit chan struct{} }

func start() *worker {
	w := &worker{make(chan struct{})}
	go w.run()
	return w
}

func (w *worker) run() { <-w.quit }

func (w *worker) stop() { close(w.quit) }

func TestZero(t *testing.T) {
	var w worker
	if w.quit != nil {
		t.Error("not zero")
	}
}
