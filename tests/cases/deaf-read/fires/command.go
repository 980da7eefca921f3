// Run time: the command prints nothing and goes on; only its end would end the read.
package cases

import (
	"bufio"
	"context"
	"os/exec"
)

func follow(ctx context.Context, use func(string)) error {
	cmd := exec.Command("journalctl", "-f")
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Wait()
	lines := bufio.NewScanner(out)
	for lines.Scan() { // want deaf-read[warning] "a pipe"
		select {
		case <-ctx.Done():
			return ctx.Err()
		default:
			use(lines.Text())
		}
	}
	return lines.Err()
}
