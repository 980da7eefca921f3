// A watcher's close ends its loop through the done channel.
package main

import (
	"fmt"
	"sync"
	"time"
)

type change struct{ path string }

type watcher struct {
	mu      sync.Mutex
	changes chan change
	done    chan struct{}
	seen    map[string]int
	closed  bool
}

func newWatcher() *watcher {
	w := &watcher{changes: make(chan change), done: make(chan struct{}), seen: map[string]int{}}
	go w.run()
	return w
}

func (w *watcher) run() {
	for {
		select {
		case c := <-w.changes:
			w.mu.Lock()
			w.seen[c.path]++
			w.mu.Unlock()
		case <-w.done:
			return
		}
	}
}

func (w *watcher) Close() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if !w.closed {
		w.closed = true
		close(w.done)
	}
}

func use() {
	w := newWatcher()
	defer w.Close()
	w.changes <- change{"a"}
	w.changes <- change{"b"}
}

func main() {
	use()
	time.Sleep(10 * time.Millisecond)
	fmt.Println("done")
}
