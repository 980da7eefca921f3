// The exit is the first deferred call and so the last to run: the Flush comes before it.
package main

import (
	"bufio"
	"os"
)

func main() {
	code := 0
	defer func() { os.Exit(code) }()
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	if _, err := out.WriteString("ok\n"); err != nil {
		code = 1
	}
}
