// Run time: the pipe of the errors fills, for nobody has it.
package cases

import "os/exec"

type builder struct {
	tool string
}

func (b *builder) run() error {
	cmd := exec.Command(b.tool)
	if _, err := cmd.StderrPipe(); err != nil { // want unread-pipe[warning] "nobody reads from"
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Wait()
}
