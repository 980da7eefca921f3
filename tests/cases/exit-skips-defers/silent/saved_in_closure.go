// The closure that exits flushes before it does.
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
		out.Flush()
		log.Fatal(err)
	}
	for _, word := range os.Args {
		if _, err := out.WriteString(word); err != nil {
			fail(err)
		}
	}
}
