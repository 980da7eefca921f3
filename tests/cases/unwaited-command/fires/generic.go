// Run time: whatever the arguments are made from, the process is started and forgotten.
package cases

import (
	"fmt"
	"os/exec"
)

func spawn[T fmt.Stringer](tool string, of T) (int, error) {
	cmd := exec.Command(tool, of.String())
	if err := cmd.Start(); err != nil { // want unwaited-command[warning] "cmd.Start"
		return 0, err
	}
	return cmd.Process.Pid, nil
}
