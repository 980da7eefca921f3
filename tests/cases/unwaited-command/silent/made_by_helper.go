// curfew: --level advice
// Near miss of made_by_helper: the helper sees to it that the command is waited for in the end.
package cases

import "os/exec"

func tool(atEnd func(func()), args ...string) *exec.Cmd {
	cmd := exec.Command("tool", args...)
	atEnd(func() {
		cmd.Process.Kill()
		cmd.Wait()
	})
	return cmd
}

func run(atEnd func(func())) error {
	cmd := tool(atEnd, "serve")
	return cmd.Start()
}
