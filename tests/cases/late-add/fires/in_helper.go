// Run time: counting and work together are a helper that the goroutine's literal calls.
package cases

import (
	"context"
	"sync"
)

type Worker struct{ wg sync.WaitGroup }

func (w *Worker) Start(ctx context.Context, work func(context.Context)) {
	go func() {
		w.counted(ctx, work)
	}()
}

func (w *Worker) counted(ctx context.Context, work func(context.Context)) {
	w.wg.Add(1) // want late-add[error] "wg"
	defer w.wg.Done()
	work(ctx)
}

func (w *Worker) Wait() {
	w.wg.Wait()
}
