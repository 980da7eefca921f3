// curfew: --level advice --rule unguarded-tests
// There is a TestMain, and it looks for nothing.
package cases // want unguarded-tests[advice] "nothing looks"

import (
	"os"
	"testing"
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
	os.Exit(m.Run())
}

func TestStart(t *testing.T) {
	w := start()
	w.stop()
}
