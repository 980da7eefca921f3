// Run time: the deferred Close comes after Wait, which waits for what Close would end.
package cases

import (
	"io"
	"os/exec"
)

func feed(from io.Reader) error {
	cmd := exec.Command("sort")
	in, err := cmd.StdinPipe() // want unread-pipe[warning] "in is not closed before cmd.Wait"
	if err != nil {
		return err
	}
	defer in.Close()
	if err := cmd.Start(); err != nil {
		return err
	}
	if _, err := io.Copy(in, from); err != nil {
		in2 := cmd.Process
		in2.Kill()
	}
	return cmd.Wait()
}
