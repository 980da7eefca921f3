// curfew: --level advice --rule unguarded-tests
// Nothing is started.
package cases

import "testing"

type worker struct{ quit chan struct{} }

func start() *worker { return &worker{make(chan struct{})} }

func (w *worker) stop() { close(w.quit) }

func TestStart(t *testing.T) {
	w := start()
	w.stop()
}
