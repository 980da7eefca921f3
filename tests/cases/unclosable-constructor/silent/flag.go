// Stop sets the flag that the loop's condition reads, and waits.
package cases

import (
	"sync"
	"sync/atomic"
)

type Worker struct {
	stopped atomic.Bool
	wg      sync.WaitGroup
}

func NewWorker(step func()) *Worker {
	w := &Worker{}
	w.wg.Add(1)
	go func() {
		defer w.wg.Done()
		for !w.stopped.Load() {
			step()
		}
	}()
	return w
}

func (w *Worker) Stop() {
	w.stopped.Store(true)
	w.wg.Wait()
}
