// The process shuts down: a stop exists, but it is unexported and nothing calls it.
package cases

import (
	"sync"
	"time"
)

var (
	pollOnce sync.Once
	pollQuit = make(chan struct{})
	polls    int
)

func Polls() int {
	pollOnce.Do(func() {
		go poll() // want unclosable-singleton "poll"
	})
	return polls
}

func poll() {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			polls++
		case <-pollQuit:
			return
		}
	}
}

func stopPolling() { close(pollQuit) }
