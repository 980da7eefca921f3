// Run time: a named channel type is a channel.
package cases

import (
	"os"
	"os/signal"
)

type signals chan os.Signal

func wait() {
	c := make(signals)
	signal.Notify(c, os.Interrupt) // want unbuffered-signal "c has no slot"
	<-c
}
