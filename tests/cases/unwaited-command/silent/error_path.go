// Near miss of error_path: the wait is deferred.
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
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Wait()
	defer to.Close()
	_, err = io.Copy(to, in)
	return err
}
