// Run time: the process ends and stays in the process table for as long as this one lives.
package cases

import "os/exec"

func notify(text string) error {
	cmd := exec.Command("notify-send", text)
	return cmd.Start() // want unwaited-command[warning] "never waited for"
}
