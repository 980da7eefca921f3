// Run time: the context of NotifyContext ends with the signal, which is the moment when the drain begins.
package cases

import (
	"context"
	"net/http"
	"os"
	"os/signal"
)

func untilInterrupt(parent context.Context, srv *http.Server) error {
	ctx, stop := signal.NotifyContext(parent, os.Interrupt)
	defer stop()
	<-ctx.Done()
	return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
}
