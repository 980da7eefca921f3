// Near miss of context: the kill is followed by the wait.
package cases

import (
	"context"
	"os/exec"
)

func serve(ctx context.Context, path string) error {
	cmd := exec.CommandContext(ctx, path)
	if err := cmd.Start(); err != nil {
		return err
	}
	<-ctx.Done()
	return cmd.Wait()
}
