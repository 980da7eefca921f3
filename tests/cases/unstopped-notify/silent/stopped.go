// The deferred Stop undoes it.
package cases

import (
	"os"
	"os/signal"
	"time"
)

func wait(d time.Duration) bool {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	defer signal.Stop(c)
	select {
	case <-c:
		return true
	case <-time.After(d):
		return false
	}
}

func poll(check func() bool) {
	for !check() {
		if wait(time.Second) {
			return
		}
	}
}
