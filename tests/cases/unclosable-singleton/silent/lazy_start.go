// The Once belongs to each value and starts its loop lazily; Stop of the same value ends it.
package cases

import (
	"sync"
	"time"
)

type Watch struct {
	start sync.Once
	stop  sync.Once
	quit  chan struct{}
	wg    sync.WaitGroup
	ticks int
}

func NewWatch() *Watch { return &Watch{quit: make(chan struct{})} }

func (w *Watch) Ticks() int {
	w.start.Do(func() {
		w.wg.Add(1)
		go w.run()
	})
	return w.ticks
}

func (w *Watch) run() {
	defer w.wg.Done()
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-w.quit:
			return
		case <-t.C:
			w.ticks++
		}
	}
}

func (w *Watch) Stop() {
	w.stop.Do(func() { close(w.quit) })
	w.wg.Wait()
}
