// A structured log line takes a context for its values; the handler does not wait for its end.
package cases

import (
	"context"
	"log/slog"
)

func accept(ctx context.Context, jobs <-chan string) error {
	select {
	case <-ctx.Done():
		slog.InfoContext(context.Background(), "stopped")
		return ctx.Err()
	case job := <-jobs:
		slog.InfoContext(context.Background(), "taken", "job", job)
		return nil
	}
}
