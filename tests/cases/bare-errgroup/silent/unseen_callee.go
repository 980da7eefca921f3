// At this level nothing is said about a callee that is not seen: it may not wait under the context at all.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

type Visitor interface {
	Visit(ctx context.Context, name string) error
}

func visitAll(ctx context.Context, v Visitor, names []string) error {
	var g errgroup.Group
	for _, name := range names {
		g.Go(func() error { return v.Visit(ctx, name) })
	}
	return g.Wait()
}
