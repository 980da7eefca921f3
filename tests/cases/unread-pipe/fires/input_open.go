// Run time: sort waits for the end of its input, Wait for sort.
package cases

import (
	"io"
	"os"
	"os/exec"
)

func sorted(text string) error {
	cmd := exec.Command("sort")
	cmd.Stdout = os.Stdout
	in, err := cmd.StdinPipe() // want unread-pipe[warning] "in is not closed before cmd.Wait"
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	io.WriteString(in, text)
	return cmd.Wait()
}
