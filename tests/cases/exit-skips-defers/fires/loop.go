// A later file cannot be opened: the defers that earlier rounds of the loop left are skipped.
package main

import (
	"bufio"
	"log"
	"os"
)

func main() {
	for _, name := range os.Args[1:] {
		file, err := os.Create(name)
		if err != nil {
			log.Fatal(err) // want exit-skips-defers "Fatal"
		}
		out := bufio.NewWriter(file)
		defer out.Flush()
		out.WriteString(name)
	}
}
