// Run time: nobody has a name for the command, so nobody can wait for it.
package cases

import "os/exec"

func open(url string) {
	if err := exec.Command("xdg-open", url).Start(); err != nil { // want unwaited-command[warning] "never waited for"
		return
	}
}
