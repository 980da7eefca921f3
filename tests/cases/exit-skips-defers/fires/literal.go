// The name is empty: the Flush that is skipped stands in a deferred literal.
package main

import (
	"bufio"
	"log"
	"os"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer func() {
		if err := out.Flush(); err != nil {
			log.Print(err)
		}
	}()
	for _, name := range os.Args[1:] {
		if name == "" {
			log.Fatal("empty name") // want exit-skips-defers "out.Flush"
		}
		out.WriteString(name)
	}
}
