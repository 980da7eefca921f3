// Run time: a capacity of zero is none.
package main

import (
	"os"
	"os/signal"
)

func main() {
	stop := make(chan os.Signal, 0)
	signal.Notify(stop, os.Interrupt) // want unbuffered-signal "stop has no slot"
	<-stop
}
