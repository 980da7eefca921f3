// Run time: the literal registers the channel of the function around it.
package cases

import (
	"os"
	"os/signal"
)

func wait(setup func(func())) {
	c := make(chan os.Signal)
	setup(func() {
		signal.Notify(c, os.Interrupt) // want unbuffered-signal "c has no slot"
	})
	<-c
}
