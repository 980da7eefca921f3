// Run time: the command lies in a field, and no method of the package waits for it.
package cases

import "os/exec"

type worker struct {
	cmd *exec.Cmd
}

func (w *worker) start(path string) error {
	w.cmd = exec.Command(path)
	return w.cmd.Start() // want unwaited-command[warning] "kept in cmd"
}

func (w *worker) name() string {
	return w.cmd.Path
}
