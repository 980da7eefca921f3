// The functions read a value from the context and write logs with it; none waits under it.
package cases

import (
	"context"
	"errors"
	"log/slog"

	"golang.org/x/sync/errgroup"
)

type traceKey struct{}

func verify(ctx context.Context, sums []int) error {
	var g errgroup.Group
	for i, sum := range sums {
		g.Go(func() error {
			if sum != 0 {
				slog.WarnContext(ctx, "bad sum", "index", i, "trace", ctx.Value(traceKey{}))
				return errors.New("bad sum")
			}
			return nil
		})
	}
	return g.Wait()
}
