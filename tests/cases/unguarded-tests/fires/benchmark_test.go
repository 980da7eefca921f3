// curfew: --level advice --rule unguarded-tests
// A benchmark comes to the start.
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

func BenchmarkStart(b *testing.B) {
	for i := 0; i < b.N; i++ {
		start().stop()
	}
}
