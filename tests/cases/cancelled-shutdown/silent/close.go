// Close drains nothing and takes no context.
package cases

import (
	"context"
	"net/http"
)

func stopOnCancel(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	return srv.Close()
}
