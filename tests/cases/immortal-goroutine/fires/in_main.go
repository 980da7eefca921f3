// curfew: --level advice
// The program runs: main starts a loop for the life of the process, which nothing ends before the exit does.
package main

import (
	"os"
	"os/signal"
	"time"
)

var ticks int

func main() {
	go countTicks() // want immortal-goroutine[advice] "countTicks"
	stop := make(chan os.Signal, 1)
	signal.Notify(stop, os.Interrupt)
	<-stop
}

func countTicks() {
	for {
		ticks++
		time.Sleep(time.Second)
	}
}
