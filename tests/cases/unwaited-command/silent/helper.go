// Near miss of helper: the helper waits on a goroutine.
package cases

import (
	"log"
	"os/exec"
)

func reap(cmd *exec.Cmd) {
	go func() {
		if err := cmd.Wait(); err != nil {
			log.Print(err)
		}
	}()
}

func launch(path string) error {
	cmd := exec.Command(path)
	err := cmd.Start()
	if err != nil {
		return err
	}
	reap(cmd)
	return nil
}
