// The path that exits is not the path that has a deferred stop.
package main

import (
	"bufio"
	"os"
)

func main() {
	if len(os.Args) > 1 {
		out := bufio.NewWriter(os.Stdout)
		defer out.Flush()
		out.WriteString(os.Args[1])
		return
	}
	os.Exit(2)
}
