// The second write fails: the closure that main calls exits while main's Flush is still to come.
package main

import (
	"bufio"
	"log"
	"os"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	fail := func(err error) {
		log.Fatalf("cannot write: %v", err) // want exit-skips-defers "Fatal"
	}
	for _, word := range os.Args {
		if _, err := out.WriteString(word); err != nil {
			fail(err)
		}
	}
}
