// The count is off: Fatalf is promoted from the logger that the type embeds.
package main

import (
	"bufio"
	"log"
	"os"
)

type app struct {
	*log.Logger
	out *bufio.Writer
}

func (a *app) run() {
	defer a.out.Flush()
	for i, word := range os.Args {
		if len(word) < i {
			a.Fatalf("word %d is short", i) // want exit-skips-defers "Fatal"
		}
		a.out.WriteString(word)
	}
}

func main() {
	a := &app{log.Default(), bufio.NewWriter(os.Stdout)}
	a.run()
}
