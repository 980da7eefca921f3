// The goroutine that writes the input closes it.
package cases

import (
	"io"
	"os/exec"
)

func sorted(text string) ([]byte, error) {
	cmd := exec.Command("sort")
	in, err := cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	go func() {
		defer in.Close()
		io.WriteString(in, text)
	}()
	return cmd.CombinedOutput()
}
