// curfew: --level advice
// A second signal would end a context that is not the drain's.
package cases

import (
	"context"
	"net/http"
	"os"
	"os/signal"
)

func Run(srv *http.Server) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	<-ctx.Done()
	return srv.Shutdown(context.Background()) // want unbounded-drain[advice] "never ends"
}
