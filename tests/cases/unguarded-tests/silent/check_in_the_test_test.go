// curfew: --level advice --rule unguarded-tests
// The test looks itself.
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

func TestStart(t *testing.T) {
	defer goleak.VerifyNone(t)
	w := start()
	w.stop()
}
