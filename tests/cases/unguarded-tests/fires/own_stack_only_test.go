// curfew: --level advice --rule unguarded-tests
// The helper reads its own stack, which says nothing of others.
package cases // want unguarded-tests[advice] "nothing looks"

import (
	"runtime"
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

func trace(t *testing.T) {
	buf := make([]byte, 1<<16)
	t.Log(string(buf[:runtime.Stack(buf, false)]))
}

func TestStart(t *testing.T) {
	defer trace(t)
	w := start()
	w.stop()
}
