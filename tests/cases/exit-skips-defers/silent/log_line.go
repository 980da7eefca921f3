// The deferred call writes a line of a log, to a file; what it would have said is no work.
package main

import (
	"fmt"
	"log"
	"os"
)

type journal struct{ file *os.File }

func (j *journal) printf(format string, args ...any) {
	fmt.Fprintf(j.file, format, args...)
}

func main() {
	file, err := os.Create("journal")
	if err != nil {
		log.Fatal(err)
	}
	j := &journal{file: file}
	defer j.printf("done with %d arguments", len(os.Args))
	if len(os.Args) < 2 {
		os.Exit(2)
	}
}
