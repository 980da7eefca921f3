// Near miss of never: main ends, and with it the table entry is somebody else's.
package main

import (
	"log"
	"os/exec"
)

func main() {
	cmd := exec.Command("editor")
	if err := cmd.Start(); err != nil {
		log.Fatal(err)
	}
}
