// Run time: deferred calls run last first, so cancel runs before the shutdown that was deferred earlier.
package cases

import (
	"context"
	"net/http"
)

func runOnce(parent context.Context, srv *http.Server, work func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	defer func() {
		_ = srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
	}()
	defer cancel()
	work(ctx)
}
