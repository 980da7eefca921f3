// No argument is given: the exit is called through a variable.
package main

import (
	"bufio"
	"os"
)

func main() {
	exit := os.Exit
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	out.WriteString("usage\n")
	if len(os.Args) < 2 {
		exit(2) // want exit-skips-defers ""
	}
}
