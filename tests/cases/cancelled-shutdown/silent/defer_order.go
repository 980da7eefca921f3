// Deferred calls run last first: the shutdown, deferred later, runs before cancel.
package cases

import (
	"context"
	"net/http"
)

func runOnce(parent context.Context, srv *http.Server, work func(context.Context)) {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	defer func() {
		_ = srv.Shutdown(ctx)
	}()
	work(ctx)
}
