// The rename fails: log.Fatal ends the process, and what is still in the buffer is never written.
package main

import (
	"bufio"
	"log"
	"os"
)

func main() {
	file, err := os.Create("report.tmp")
	if err != nil {
		log.Fatal(err)
	}
	out := bufio.NewWriter(file)
	defer out.Flush()
	out.WriteString("done\n")
	if err := os.Rename("report.tmp", "report.txt"); err != nil {
		log.Fatal(err) // want exit-skips-defers "Fatal"
	}
}
