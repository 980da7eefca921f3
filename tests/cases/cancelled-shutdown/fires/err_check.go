// Run time: the branch is taken only where ctx has ended.
package cases

import (
	"context"
	"net/http"
)

func step(ctx context.Context, srv *http.Server, work func()) error {
	work()
	if ctx.Err() != nil {
		return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
	}
	return nil
}
