// Run time: wait and shutdown together are a function that the group's literal calls.
package cases

import (
	"context"
	"errors"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func listen(srv *http.Server) error {
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func stopWith(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
}

func run(ctx context.Context, srv *http.Server) error {
	g, gctx := errgroup.WithContext(ctx)
	g.Go(func() error { return listen(srv) })
	g.Go(func() error { return stopWith(gctx, srv) })
	return g.Wait()
}
