// The output is read to its end before the process is waited for.
package cases

import (
	"io"
	"os/exec"
)

func lint(path string) ([]byte, error) {
	cmd := exec.Command("lint", path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	text, err := io.ReadAll(out)
	if ended := cmd.Wait(); ended != nil {
		return nil, ended
	}
	return text, err
}
