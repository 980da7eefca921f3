// The check fails: the exit is kept in a field, to which main gives os.Exit.
package main

import (
	"bufio"
	"os"
)

type tool struct {
	exit func(int)
	out  *bufio.Writer
}

func (t *tool) run(args []string) {
	defer t.out.Flush()
	t.out.WriteString("checking\n")
	if len(args) == 0 {
		t.exit(1) // want exit-skips-defers ""
	}
}

func main() {
	t := &tool{exit: os.Exit, out: bufio.NewWriter(os.Stdout)}
	t.run(os.Args[1:])
}
