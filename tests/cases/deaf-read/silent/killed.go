// Near miss of command: whoever hears of the cancellation kills the process.
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
	stop := context.AfterFunc(ctx, func() { cmd.Process.Kill() })
	defer stop()
	lines := bufio.NewScanner(out)
	for lines.Scan() {
		select {
		case <-ctx.Done():
			return cmd.Wait()
		default:
			use(lines.Text())
		}
	}
	return cmd.Wait()
}
