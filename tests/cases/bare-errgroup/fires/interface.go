// curfew: --level advice
// A Fetch fails, if Fetch waits under its context: what is behind the interface cannot be seen.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

type Source interface {
	Fetch(ctx context.Context, id int) error
}

func fetchAll(ctx context.Context, src Source, ids []int) error {
	var fetches errgroup.Group // want bare-errgroup[advice] "fetches"
	for _, id := range ids {
		fetches.Go(func() error { return src.Fetch(ctx, id) })
	}
	return fetches.Wait()
}
