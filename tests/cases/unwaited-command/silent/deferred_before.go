// Near miss of error_path: the closure that waits was deferred before the start.
package cases

import "os/exec"

func probe(path string, use func(pid int) error) (err error) {
	cmd := exec.Command(path)
	defer func() {
		if cmd.Process != nil {
			cmd.Wait()
		}
	}()
	if err := cmd.Start(); err != nil {
		return err
	}
	return use(cmd.Process.Pid)
}
