// Run time: an interrupt while warmUp runs is dropped; main waits for a second one.
package main

import (
	"os"
	"os/signal"
)

func main() {
	stop := make(chan os.Signal)
	signal.Notify(stop, os.Interrupt) // want unbuffered-signal[warning] "stop has no slot"
	warmUp()
	<-stop
}

func warmUp() {}
