// Near miss of loop: the commands are collected and waited for in the end.
package cases

import "os/exec"

func all(paths []string) error {
	var started []*exec.Cmd
	for _, path := range paths {
		cmd := exec.Command(path)
		if err := cmd.Start(); err != nil {
			return err
		}
		started = append(started, cmd)
	}
	for _, cmd := range started {
		if err := cmd.Wait(); err != nil {
			return err
		}
	}
	return nil
}
