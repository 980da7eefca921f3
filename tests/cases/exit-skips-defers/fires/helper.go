// The body of send fails: check exits below a function whose deferred Flush is pending.
package main

import (
	"bufio"
	"log"
	"os"
)

func check(err error) {
	if err != nil {
		log.Fatal(err) // want exit-skips-defers "Fatal"
	}
}

func send(words []string) {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	for _, word := range words {
		_, err := out.WriteString(word)
		check(err)
	}
}

func main() {
	send(os.Args)
}
