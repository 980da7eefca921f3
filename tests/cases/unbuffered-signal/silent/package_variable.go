// The package's channel has a slot.
package main

import (
	"os"
	"os/signal"
)

var stop = make(chan os.Signal, 1)

func main() {
	signal.Notify(stop)
	<-stop
}
