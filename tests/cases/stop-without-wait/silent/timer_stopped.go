// A timer can be used after it was stopped; nothing else is taken from the goroutine.
package cases

import (
	"sync/atomic"
	"time"
)

type Watch struct {
	n     atomic.Int64
	timer *time.Timer
	quit  chan struct{}
}

func NewWatch() *Watch {
	w := &Watch{timer: time.NewTimer(time.Second), quit: make(chan struct{})}
	go w.run()
	return w
}

func (w *Watch) run() {
	for {
		select {
		case <-w.timer.C:
			w.n.Add(1)
			w.timer.Reset(time.Second)
		case <-w.quit:
			return
		}
	}
}

func (w *Watch) Close() {
	close(w.quit)
	w.timer.Stop()
}
