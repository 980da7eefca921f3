// The goroutine that drains starts its own deadline once the group's context has ended.
package cases

import (
	"context"
	"errors"
	"net/http"
	"time"

	"golang.org/x/sync/errgroup"
)

func serve(parent context.Context, srv *http.Server) error {
	g, ctx := errgroup.WithContext(parent)
	g.Go(func() error {
		if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
			return err
		}
		return nil
	})
	g.Go(func() error {
		<-ctx.Done()
		drain, cancel := context.WithTimeout(context.Background(), 30*time.Second)
		defer cancel()
		return srv.Shutdown(drain)
	})
	return g.Wait()
}
