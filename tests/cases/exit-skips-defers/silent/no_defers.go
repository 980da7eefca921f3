// There is no deferred call to skip.
package main

import (
	"log"
	"os"
)

func main() {
	data, err := os.ReadFile("input")
	if err != nil {
		log.Fatal(err)
	}
	if len(data) == 0 {
		os.Exit(1)
	}
}
