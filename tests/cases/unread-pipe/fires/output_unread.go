// Run time: the tool writes more than the pipe holds, and Wait waits for the tool.
package cases

import "os/exec"

func lint(path string) error {
	cmd := exec.Command("lint", path)
	out, err := cmd.StdoutPipe() // want unread-pipe[warning] "nobody reads from out"
	if err != nil {
		return err
	}
	defer out.Close()
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Wait()
}
