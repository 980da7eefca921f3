// Run time: the group runs a method value, and the drain itself is called through one.
package cases

import (
	"context"
	"errors"
	"net/http"

	"golang.org/x/sync/errgroup"
)

type runner struct {
	srv  *http.Server
	gctx context.Context
}

func (r *runner) listen() error {
	if err := r.srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

func (r *runner) stop() error {
	<-r.gctx.Done()
	shutdown := r.srv.Shutdown
	return shutdown(r.gctx) // want cancelled-shutdown[error] "gctx"
}

func run(ctx context.Context, srv *http.Server) error {
	g, gctx := errgroup.WithContext(ctx)
	r := &runner{srv: srv, gctx: gctx}
	g.Go(r.listen)
	g.Go(r.stop)
	return g.Wait()
}
