// curfew: --level advice --rule unguarded-tests
// A generic constructor starts it.
package cases // want unguarded-tests[advice] "nothing looks"

import "testing"

type worker[T any] struct{ quit chan T }

func start[T any]() *worker[T] {
	w := &worker[T]{make(chan T)}
	go w.run()
	return w
}

func (w *worker[T]) run() { <-w.quit }

func (w *worker[T]) stop() { close(w.quit) }

func TestStart(t *testing.T) {
	w := start[int]()
	w.stop()
}
