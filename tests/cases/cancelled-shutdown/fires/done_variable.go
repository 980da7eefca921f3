// Run time: the Done channel is kept in a variable and received from there.
package cases

import (
	"context"
	"net/http"
)

func supervise(ctx context.Context, srv *http.Server) error {
	over := ctx.Done()
	<-over
	return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
}
