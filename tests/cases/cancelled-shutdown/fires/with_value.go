// Run time: a value added to a context that has ended does not bring it back to life.
package cases

import (
	"context"
	"net/http"
)

type reasonKey struct{}

func stopOnCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	ctx = context.WithValue(ctx, reasonKey{}, "signal")
	return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
}
