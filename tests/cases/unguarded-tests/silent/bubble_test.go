// curfew: --level advice --rule unguarded-tests
// A bubble fails the test that leaves a goroutine.
package cases

import (
	"testing"
	"testing/synctest"
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
	synctest.Test(t, func(t *testing.T) {
		w := start()
		w.stop()
	})
}
