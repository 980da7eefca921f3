// Run time: whichever of the two it is, it has no slot.
package cases

import (
	"os"
	"os/signal"
)

func wait(hup bool) os.Signal {
	c := make(chan os.Signal)
	if hup {
		c = make(chan os.Signal)
	}
	signal.Notify(c, os.Interrupt) // want unbuffered-signal "c has no slot"
	return <-c
}
