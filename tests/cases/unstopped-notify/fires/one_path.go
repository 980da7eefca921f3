// Run time: the early return leaves the channel registered.
package cases

import (
	"os"
	"os/signal"
)

func ask(read func() (string, error)) (string, bool) {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt) // want unstopped-notify[warning] "c stays registered"
	line, err := read()
	if err != nil {
		return "", false
	}
	signal.Stop(c)
	return line, true
}

func shell(read func() (string, error), run func(string)) {
	for {
		line, ok := ask(read)
		if !ok {
			return
		}
		run(line)
	}
}
