// curfew: --level advice --rule unguarded-tests
// A subtest comes to the start.
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
	t.Run("once", func(t *testing.T) { start().stop() })
}
