// What the defer would do has been done by hand before the exit.
package main

import (
	"bufio"
	"os"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	out.WriteString("usage\n")
	if len(os.Args) < 2 {
		out.Flush()
		os.Exit(2)
	}
}
