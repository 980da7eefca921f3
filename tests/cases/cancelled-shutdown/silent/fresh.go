// The drain has a deadline of its own, made after the end of ctx and from a root.
package cases

import (
	"context"
	"net/http"
	"time"
)

func stopOnCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	return srv.Shutdown(drain)
}
