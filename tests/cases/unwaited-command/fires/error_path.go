// Run time: feeding the process fails, and that return skips the wait.
package cases

import (
	"io"
	"os/exec"
)

func sortLines(in io.Reader, out io.Writer) error {
	cmd := exec.Command("sort")
	cmd.Stdout = out
	to, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil { // want unwaited-command[warning] "not waited for on every path"
		return err
	}
	if _, err := io.Copy(to, in); err != nil {
		return err
	}
	to.Close()
	return cmd.Wait()
}
