// curfew: --level advice --rule unguarded-tests
// A helper of the test leads to the start.
package cases // want unguarded-tests[advice] "nothing looks"

import "testing"

type worker struct{ quit chan struct{} }

func start() *worker {
	w := &worker{make(chan struct{})}
	go w.run()
	return w
}

func (w *worker) run() { <-w.quit }

func (w *worker) stop() { close(w.quit) }

func setUp(t *testing.T) *worker {
	t.Helper()
	w := start()
	t.Cleanup(w.stop)
	return w
}

func TestStart(t *testing.T) {
	if setUp(t) == nil {
		t.Error("no worker")
	}
}
