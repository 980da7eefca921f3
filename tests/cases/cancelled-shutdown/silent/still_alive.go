// The branch with the drain is the one where ctx has not ended.
package cases

import (
	"context"
	"net/http"
)

func finish(ctx context.Context, srv *http.Server) error {
	if ctx.Err() != nil {
		return srv.Close()
	}
	return srv.Shutdown(ctx)
}
