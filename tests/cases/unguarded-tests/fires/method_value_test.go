// curfew: --level advice --rule unguarded-tests
// The goroutine runs a method value.
package cases // want unguarded-tests[advice] "nothing looks"

import "testing"

type worker struct{ quit chan struct{} }

func start() *worker {
	w := &worker{make(chan struct{})}
	run := w.run
	go run()
	return w
}

func (w *worker) run() { <-w.quit }

func (w *worker) stop() { close(w.quit) }

func TestStart(t *testing.T) {
	w := start()
	w.stop()
}
