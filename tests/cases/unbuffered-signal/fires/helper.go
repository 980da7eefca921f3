// Run time: the helper gets the caller's channel.
package main

import (
	"os"
	"os/signal"
)

func watch(c chan<- os.Signal) {
	signal.Notify(c, os.Interrupt, os.Kill) // want unbuffered-signal "c has no slot"
}

func main() {
	c := make(chan os.Signal)
	watch(c)
	<-c
}
