// curfew: --level advice --rule unguarded-tests
// The test counts goroutines before and after.
package cases

import (
	"runtime"
	"testing"
	"time"
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
	before := runtime.NumGoroutine()
	w := start()
	w.stop()
	for i := 0; i < 100 && runtime.NumGoroutine() > before; i++ {
		time.Sleep(time.Millisecond)
	}
	if runtime.NumGoroutine() > before {
		t.Error("one is left")
	}
}
