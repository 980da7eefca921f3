// Run time: each round's command takes the variable of the one before.
package cases

import "os/exec"

func all(paths []string) error {
	var cmd *exec.Cmd
	for _, path := range paths {
		cmd = exec.Command(path)
		if err := cmd.Start(); err != nil { // want unwaited-command[warning] "not waited for on every path"
			return err
		}
	}
	if cmd == nil {
		return nil
	}
	return cmd.Wait()
}
