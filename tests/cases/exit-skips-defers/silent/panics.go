// log.Panic unwinds the stack, and the deferred calls run.
package main

import (
	"bufio"
	"log"
	"os"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	if _, err := out.WriteString("ok\n"); err != nil {
		log.Panic(err)
	}
}
