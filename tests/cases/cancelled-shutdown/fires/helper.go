// Run time: the helper that shuts down is called once ctx has ended, with ctx.
package cases

import (
	"context"
	"log"
	"net/http"
)

func stop(ctx context.Context, srv *http.Server) {
	if err := srv.Shutdown(ctx); err != nil { // want cancelled-shutdown[error] "ctx"
		log.Println(err)
	}
}

func supervise(ctx context.Context, srv *http.Server) {
	<-ctx.Done()
	stop(ctx, srv)
}
