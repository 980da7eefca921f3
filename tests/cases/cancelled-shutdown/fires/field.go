// Run time: context and server are fields of one value, and the method waits for the first.
package cases

import (
	"context"
	"net/http"
)

type app struct {
	ctx context.Context
	srv *http.Server
}

func (a *app) supervise() error {
	<-a.ctx.Done()
	return a.srv.Shutdown(a.ctx) // want cancelled-shutdown[error] "ctx"
}
