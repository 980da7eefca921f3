// The caller's context has ended when the fresh one is made: the drain needs one that is still alive.
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
