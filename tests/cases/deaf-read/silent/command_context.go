// Near miss of command: the context kills the command, and its pipe ends.
package cases

import (
	"bufio"
	"context"
	"os/exec"
)

func follow(ctx context.Context, use func(string)) error {
	cmd := exec.CommandContext(ctx, "journalctl", "-f")
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Wait()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		select {
		case <-ctx.Done():
			return ctx.Err()
		default:
			use(lines.Text())
		}
	}
	return lines.Err()
}
