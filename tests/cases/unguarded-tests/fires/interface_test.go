// curfew: --level advice --rule unguarded-tests
// The one type behind the interface starts it.
package cases // want unguarded-tests[advice] "nothing looks"

import "testing"

type starter interface {
	start()
	stop()
}

type worker struct{ quit chan struct{} }

func (w *worker) start() { go w.run() }

func (w *worker) run() { <-w.quit }

func (w *worker) stop() { close(w.quit) }

func TestStart(t *testing.T) {
	var s starter = &worker{make(chan struct{})}
	s.start()
	s.stop()
}
