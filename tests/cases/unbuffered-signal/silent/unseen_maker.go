// The channel comes from a caller that is not seen.
package cases

import (
	"os"
	"os/signal"
)

func Watch(c chan<- os.Signal) { signal.Notify(c, os.Interrupt) }
