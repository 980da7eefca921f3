// Nobody can receive from it: a way to ignore the signal.
package cases

import (
	"os"
	"os/signal"
)

func ignore() { signal.Notify(make(chan os.Signal), os.Interrupt) }
