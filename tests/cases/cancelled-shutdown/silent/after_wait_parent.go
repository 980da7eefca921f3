// The group's context has ended after Wait, its parent has not.
package cases

import (
	"context"
	"errors"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func runWith(ctx context.Context, srv *http.Server, jobs []func(context.Context) error) error {
	g, groupCtx := errgroup.WithContext(ctx)
	for _, job := range jobs {
		g.Go(func() error { return job(groupCtx) })
	}
	err := g.Wait()
	return errors.Join(err, srv.Shutdown(ctx))
}
