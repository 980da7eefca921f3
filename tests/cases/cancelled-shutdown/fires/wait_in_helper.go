// Run time: the helper returns only when ctx has ended.
package cases

import (
	"context"
	"log"
	"net/http"
)

func untilStopped(ctx context.Context) {
	<-ctx.Done()
	log.Println("stopping:", context.Cause(ctx))
}

func supervise(ctx context.Context, srv *http.Server) error {
	untilStopped(ctx)
	return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
}
