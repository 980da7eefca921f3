// Run time: the group's context ends with the parent or with the first error, and the drain is given that same context.
package cases

import (
	"context"
	"errors"
	"net/http"

	"golang.org/x/sync/errgroup"
)

func serve(parent context.Context, srv *http.Server) error {
	g, groupCtx := errgroup.WithContext(parent)
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-groupCtx.Done()
		return srv.Shutdown(groupCtx) // want cancelled-shutdown[error] "groupCtx"
	})
	return g.Wait()
}
