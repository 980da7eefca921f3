// The second file is missing: the generic helper exits while the first one's writer is not flushed.
package main

import (
	"bufio"
	"log"
	"os"
)

func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err) // want exit-skips-defers "Fatal"
	}
	return v
}

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, name := range os.Args[1:] {
		out.Write(must(os.ReadFile(name)))
	}
}
