// The capacity is computed.
package cases

import (
	"os"
	"os/signal"
)

func wait(sigs []os.Signal) os.Signal {
	c := make(chan os.Signal, len(sigs))
	signal.Notify(c, sigs...)
	return <-c
}
