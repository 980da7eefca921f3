// Run time: the channel of the package has no slot either.
package main

import (
	"os"
	"os/signal"
)

var stop = make(chan os.Signal)

func main() {
	signal.Notify(stop) // want unbuffered-signal "stop has no slot"
	<-stop
}
