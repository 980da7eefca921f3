// Run time: the helper sets the command up and does not wait for it.
package cases

import (
	"os"
	"os/exec"
)

func inherit(cmd *exec.Cmd) {
	cmd.Stdout = os.Stdout
	cmd.Stderr = os.Stderr
}

func launch(path string) error {
	cmd := exec.Command(path)
	inherit(cmd)
	err := cmd.Start() // want unwaited-command[warning] "cmd.Start"
	if err != nil {
		return err
	}
	return nil
}
