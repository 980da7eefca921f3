// curfew: --level advice --rule unguarded-tests
// The stop waits as well; a test that forgets to call it leaves the worker.
package cases // want unguarded-tests[advice] "nothing looks"

import (
	"sync"
	"testing"
)

type worker struct {
	quit chan struct{}
	wg   sync.WaitGroup
}

func start() *worker {
	w := &worker{quit: make(chan struct{})}
	w.wg.Add(1)
	go w.run()
	return w
}

func (w *worker) run() {
	defer w.wg.Done()
	<-w.quit
}

func (w *worker) stop() {
	close(w.quit)
	w.wg.Wait()
}

var _ = (*worker).stop

func TestStart(t *testing.T) {
	if start() == nil {
		t.Error("no worker")
	}
}
