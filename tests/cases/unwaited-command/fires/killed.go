// Run time: a killed process is a zombie until it is waited for.
package cases

import (
	"os/exec"
	"time"
)

func probe(path string) error {
	cmd := exec.Command(path)
	if err := cmd.Start(); err != nil { // want unwaited-command[warning] "cmd.Start"
		return err
	}
	time.Sleep(time.Second)
	return cmd.Process.Kill()
}
