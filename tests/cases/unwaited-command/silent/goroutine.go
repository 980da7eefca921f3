// Near miss of chain: a goroutine collects the end.
package cases

import "os/exec"

func open(url string) {
	cmd := exec.Command("xdg-open", url)
	if cmd.Start() != nil {
		return
	}
	go cmd.Wait()
}
