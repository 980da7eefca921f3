// Run time: the goroutine that watches ctx ends with it, the killed process stays in the table.
package cases

import (
	"context"
	"os/exec"
)

func serve(ctx context.Context, path string) error {
	cmd := exec.CommandContext(ctx, path)
	if err := cmd.Start(); err != nil { // want unwaited-command[warning] "cmd.Start"
		return err
	}
	<-ctx.Done()
	return ctx.Err()
}
