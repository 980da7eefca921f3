// The exits come before the first deferred stop.
package main

import (
	"bufio"
	"log"
	"os"
)

func main() {
	if len(os.Args) < 2 {
		os.Exit(2)
	}
	file, err := os.Create(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(file)
	defer out.Flush()
	out.WriteString("ok\n")
}
