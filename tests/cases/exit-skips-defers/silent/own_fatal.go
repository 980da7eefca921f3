// The Fatal that is called belongs to this package and only counts; nothing exits.
package main

import (
	"bufio"
	"os"
)

type counter struct{ fatals int }

func (c *counter) Fatal(err error) {
	if err != nil {
		c.fatals++
	}
}

func main() {
	log := &counter{}
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	_, err := out.WriteString("ok\n")
	log.Fatal(err)
}
