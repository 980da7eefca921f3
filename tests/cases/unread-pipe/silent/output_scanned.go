// A goroutine reads the lines as they come.
package cases

import (
	"bufio"
	"log"
	"os/exec"
)

func follow(path string) error {
	cmd := exec.Command("tool", path)
	out, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() {
		for lines := bufio.NewScanner(out); lines.Scan(); {
			log.Print(lines.Text())
		}
	}()
	return cmd.Wait()
}
