// curfew: --level advice
// Cut off from a context that is cancelled, and given no end of its own.
package cases

import (
	"context"
	"net/http"
)

func Stop(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	return srv.Shutdown(context.WithoutCancel(ctx)) // want unbounded-drain[advice] "never ends"
}
