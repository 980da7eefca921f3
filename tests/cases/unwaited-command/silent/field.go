// Near miss of field: stop waits.
package cases

import "os/exec"

type worker struct {
	cmd *exec.Cmd
}

func (w *worker) start(path string) error {
	w.cmd = exec.Command(path)
	return w.cmd.Start()
}

func (w *worker) stop() error {
	return w.cmd.Wait()
}
