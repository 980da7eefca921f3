// WithoutCancel keeps the values of ctx and drops its end.
package cases

import (
	"context"
	"net/http"
	"time"
)

func stopOnCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), 30*time.Second)
	defer cancel()
	return srv.Shutdown(drain)
}
