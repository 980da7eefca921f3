// curfew: --level advice
// The endless loop is main itself: it is the program, not a goroutine that somebody lost.
package main

import (
	"os"
	"os/signal"
	"syscall"
)

func main() {
	signals := make(chan os.Signal, 1)
	signal.Notify(signals, os.Interrupt, syscall.SIGHUP)
	reloads := 0
	for s := range signals {
		if s == syscall.SIGHUP {
			continue
		}
		reloads++
	}
}
