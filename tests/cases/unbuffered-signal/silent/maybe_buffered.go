// It may be the one with a slot.
package cases

import (
	"os"
	"os/signal"
)

func wait(plain bool) os.Signal {
	c := make(chan os.Signal, 1)
	if plain {
		c = make(chan os.Signal)
	}
	signal.Notify(c, os.Interrupt)
	return <-c
}
