// curfew: --level advice
// A second signal ends the drain.
package cases

import (
	"context"
	"net/http"
	"os"
	"os/signal"
)

func Stop(srv *http.Server) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	return srv.Shutdown(ctx)
}
