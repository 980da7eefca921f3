// The input is closed before the process is waited for.
package cases

import (
	"io"
	"os"
	"os/exec"
)

func sorted(text string) error {
	cmd := exec.Command("sort")
	cmd.Stdout = os.Stdout
	in, err := cmd.StdinPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	io.WriteString(in, text)
	in.Close()
	return cmd.Wait()
}
