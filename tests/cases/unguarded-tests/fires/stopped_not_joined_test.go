// curfew: --level advice --rule unguarded-tests
// The worker is told to stop; whether it has ended nobody looks.
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

func TestStart(t *testing.T) {
	w := start()
	w.stop()
}
