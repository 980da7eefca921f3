// Run time: the function itself cancels ctx, and then asks for a drain under it.
package cases

import (
	"context"
	"net/http"
)

func runOnce(parent context.Context, srv *http.Server, work func(context.Context)) error {
	ctx, cancel := context.WithCancel(parent)
	work(ctx)
	cancel()
	return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
}
