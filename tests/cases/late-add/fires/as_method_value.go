// Run time: the goroutine runs a method value whose body counts it.
package cases

import (
	"context"
	"sync"
)

type Worker struct {
	wg   sync.WaitGroup
	work func(context.Context)
}

func (w *Worker) run(ctx context.Context) {
	w.wg.Add(1) // want late-add[error] "wg"
	defer w.wg.Done()
	w.work(ctx)
}

func (w *Worker) Start(ctx context.Context) {
	run := w.run
	go run(ctx)
}

func (w *Worker) Wait() {
	w.wg.Wait()
}
