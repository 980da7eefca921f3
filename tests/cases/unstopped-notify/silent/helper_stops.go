// A helper that the function defers undoes it.
package cases

import (
	"os"
	"os/signal"
)

func release(c chan os.Signal) {
	signal.Stop(c)
	close(c)
}

func each(items []string, do func(string, <-chan os.Signal)) {
	for _, item := range items {
		func() {
			c := make(chan os.Signal, 1)
			signal.Notify(c, os.Interrupt)
			defer release(c)
			do(item, c)
		}()
	}
}
