// Run time: the channel is made by a function whose only result it is.
package cases

import (
	"os"
	"os/signal"
)

func newSignals() chan os.Signal { return make(chan os.Signal) }

func wait() {
	c := newSignals()
	signal.Notify(c, os.Interrupt) // want unbuffered-signal "c has no slot"
	<-c
}
