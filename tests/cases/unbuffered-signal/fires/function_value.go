// Run time: Notify is called through a variable.
package main

import (
	"os"
	"os/signal"
)

func main() {
	notify := signal.Notify
	c := make(chan os.Signal)
	notify(c, os.Interrupt) // want unbuffered-signal "c has no slot"
	<-c
}
