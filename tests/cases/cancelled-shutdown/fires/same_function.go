// Run time: the receive returns because ctx ended, so Shutdown gets a dead context and gives up at once.
package cases

import (
	"context"
	"net/http"
)

func stopOnCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
}
