// curfew: --level advice
// How often Confirm is called is not seen.
package cases

import (
	"os"
	"os/signal"
)

func Confirm(answer <-chan string) string {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want unstopped-notify[advice] "c stays registered"
	select {
	case <-c:
		return ""
	case a := <-answer:
		return a
	}
}
