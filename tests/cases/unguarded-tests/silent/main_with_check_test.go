// curfew: --level advice --rule unguarded-tests
// TestMain looks for goroutines that are left.
package cases

import (
	"testing"

	"go.uber.org/goleak"
)

type worker struct{ quit chan struct{} }

func start() *worker {
	w := &worker{make(chan struct{})}
	go w.run()
	return w
}

func (w *worker) run() { <-w.quit }

func (w *worker) stop() { close(w.quit) }

func TestMain(m *testing.M) {
	goleak.VerifyTestMain(m)
}

func TestStart(t *testing.T) {
	w := start()
	w.stop()
}
