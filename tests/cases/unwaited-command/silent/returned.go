// Near miss of closure: the command is the caller's to wait for.
package cases

import "os/exec"

func start(path string) (*exec.Cmd, error) {
	cmd := exec.Command(path)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return cmd, nil
}
