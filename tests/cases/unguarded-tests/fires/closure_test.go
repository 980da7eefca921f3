// curfew: --level advice --rule unguarded-tests
// The goroutine runs a literal that a literal starts.
package cases // want unguarded-tests[advice] "nothing looks"

import "testing"

type worker struct{ quit chan struct{} }

func start() *worker {
	w := &worker{make(chan struct{})}
	begin := func() {
		go func() { <-w.quit }()
	}
	begin()
	return w
}

func (w *worker) stop() { close(w.quit) }

func TestStart(t *testing.T) {
	w := start()
	w.stop()
}
