// Near miss of generic: releasing the process says that nobody will wait.
package cases

import (
	"fmt"
	"os/exec"
)

func spawn[T fmt.Stringer](tool string, of T) (int, error) {
	cmd := exec.Command(tool, of.String())
	if err := cmd.Start(); err != nil {
		return 0, err
	}
	return cmd.Process.Pid, cmd.Process.Release()
}
