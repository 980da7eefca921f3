// main calls it once.
package main

import (
	"os"
	"os/signal"
)

func wait() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	<-c
}

func main() {
	wait()
}
