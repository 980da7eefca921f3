// The one channel is registered again, which adds nothing.
package cases

import (
	"os"
	"os/signal"
)

func shell(read func() (string, error), run func(string, <-chan os.Signal)) {
	c := make(chan os.Signal, 1)
	defer signal.Stop(c)
	for {
		signal.Notify(c, os.Interrupt)
		line, err := read()
		if err != nil {
			return
		}
		run(line, c)
	}
}
