// Run time: Wait cancels the group's context before it returns, whether or not there was an error.
package cases

import (
	"context"
	"errors"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func runWith(parent context.Context, srv *http.Server, jobs []func(context.Context) error) error {
	g, ctx := errgroup.WithContext(parent)
	for _, job := range jobs {
		g.Go(func() error { return job(ctx) })
	}
	err := g.Wait()
	return errors.Join(err, srv.Shutdown(ctx)) // want cancelled-shutdown[error] "ctx"
}
