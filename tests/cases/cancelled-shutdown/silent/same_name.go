// The variable is given a fresh context before the drain, under the old name.
package cases

import (
	"context"
	"net/http"
	"time"
)

func stopOnCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	defer cancel()
	return srv.Shutdown(ctx)
}
