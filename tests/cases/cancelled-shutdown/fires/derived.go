// Run time: a timeout derived from a context that has ended has ended too.
package cases

import (
	"context"
	"net/http"
	"time"
)

func stopOnCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	limited, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	return srv.Shutdown(limited) // want cancelled-shutdown[error] "limited"
}
