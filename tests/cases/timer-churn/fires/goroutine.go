// curfew: --go 1.22
// Run time: the loop runs in a goroutine for as long as its value lives.
package cases

import "time"

type watcher struct {
	stop, done chan struct{}
	beats      chan struct{}
}

func watch(missed func()) *watcher {
	w := &watcher{stop: make(chan struct{}), done: make(chan struct{}), beats: make(chan struct{})}
	go func() {
		defer close(w.done)
		for {
			select {
			case <-w.stop:
				return
			case <-w.beats:
			case <-time.After(15 * time.Second): // want timer-churn "After"
				missed()
			}
		}
	}()
	return w
}

func (w *watcher) close() {
	close(w.stop)
	<-w.done
}
