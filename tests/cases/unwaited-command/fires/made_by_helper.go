// curfew: --level advice
// Run time: a helper makes the command and keeps nothing of it.
package cases

import "os/exec"

func tool(args ...string) *exec.Cmd {
	cmd := exec.Command("tool", args...)
	cmd.Env = []string{"LANG=C"}
	return cmd
}

func run() error {
	cmd := tool("serve")
	return cmd.Start() // want unwaited-command[warning] "never waited for"
}
