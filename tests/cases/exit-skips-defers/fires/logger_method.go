// The input is empty: Fatal of a logger of one's own exits as log.Fatal does.
package main

import (
	"bufio"
	"log"
	"os"
)

func main() {
	logger := log.New(os.Stderr, "copy: ", 0)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, word := range os.Args[1:] {
		if word == "" {
			logger.Fatalln("empty word") // want exit-skips-defers "Fatal"
		}
		out.WriteString(word)
	}
}
