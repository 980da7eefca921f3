// Run time: the closure that starts it returns before the process has ended.
package cases

import "os/exec"

func starter(path string) func() error {
	return func() error {
		cmd := exec.Command(path)
		if err := cmd.Start(); err != nil { // want unwaited-command[warning] "cmd.Start"
			return err
		}
		return nil
	}
}
