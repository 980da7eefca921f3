// A library feeds the channel.
package cases

import (
	"os"
	"os/signal"
)

func onInterrupt(setup func() error, stop func()) error {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt)
	go func() {
		<-signals
		stop()
	}()
	return setup()
}
