// The helper is called with the context that ended, and detaches from it before it drains.
package cases

import (
	"context"
	"net/http"
	"time"
)

func drain(ctx context.Context, srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), 10*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}

func stopOnCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	return drain(ctx, srv)
}
