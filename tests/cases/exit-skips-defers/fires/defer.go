// The work fails: defers run last in, first out, so the deferred exit comes before the deferred Flush.
package main

import (
	"bufio"
	"errors"
	"os"
)

func main() {
	var err error
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	defer func() {
		if err != nil {
			os.Exit(1) // want exit-skips-defers "Exit"
		}
	}()
	if _, err = out.WriteString("a"); err == nil && len(os.Args) > 3 {
		err = errors.New("too many")
	}
}
