// curfew: --level advice
// The caller's function fails, if it waits under its context: it comes in as a parameter.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

func eachOf(ctx context.Context, items []string, do func(context.Context, string) error) error {
	var each errgroup.Group // want bare-errgroup[advice] "each"
	for _, item := range items {
		each.Go(func() error { return do(ctx, item) })
	}
	return each.Wait()
}
