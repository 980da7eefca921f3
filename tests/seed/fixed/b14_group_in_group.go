// The pages that are being read wait for slots for the pages that they link to.
package fixed

import (
	"context"
	"sync"

	"golang.org/x/sync/errgroup"
)

func spider(ctx context.Context, start string, slots int, read func(context.Context, string) ([]string, error)) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(slots)
	var seen sync.Map
	var follow func(page string)
	follow = func(page string) {
		if _, known := seen.LoadOrStore(page, true); known {
			return
		}
		g.Go(func() error {
			links, err := read(ctx, page)
			for _, l := range links {
				follow(l)
			}
			return err
		})
	}
	follow(start)
	return g.Wait()
}
