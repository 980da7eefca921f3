// Near miss of killed: the process itself is waited for.
package cases

import (
	"os/exec"
	"time"
)

func probe(path string) error {
	cmd := exec.Command(path)
	if err := cmd.Start(); err != nil {
		return err
	}
	time.Sleep(time.Second)
	cmd.Process.Kill()
	_, err := cmd.Process.Wait()
	return err
}
