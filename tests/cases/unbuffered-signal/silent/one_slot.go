// One slot keeps the signal.
package main

import (
	"os"
	"os/signal"
)

func main() {
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	warmUp()
	<-stop
}

func warmUp() {}
