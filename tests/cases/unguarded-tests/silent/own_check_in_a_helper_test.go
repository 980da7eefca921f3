// curfew: --level advice --rule unguarded-tests
// A helper reads the stacks of all goroutines.
package cases

import (
	"runtime"
	"strings"
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

func checkNone(t *testing.T) {
	buf := make([]byte, 1<<16)
	if strings.Contains(string(buf[:runtime.Stack(buf, true)]), "worker") {
		t.Error("one is left")
	}
}

func TestStart(t *testing.T) {
	defer checkNone(t)
	w := start()
	w.stop()
}
