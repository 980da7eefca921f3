// Stop takes the channel away; the one that is registered has a slot.
package cases

import (
	"os"
	"os/signal"
)

func wait() {
	other := make(chan os.Signal)
	signal.Stop(other)
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	defer signal.Stop(c)
	<-c
}
