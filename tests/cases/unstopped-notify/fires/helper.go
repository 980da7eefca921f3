// Run time: the loop calls the helper, which registers and forgets.
package cases

import (
	"os"
	"os/signal"
	"time"
)

func wait(d time.Duration) bool {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want unstopped-notify[warning] "c stays registered"
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
