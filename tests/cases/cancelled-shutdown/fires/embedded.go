// Run time: the server is embedded and its promoted Shutdown gets the context that has just ended.
package cases

import (
	"context"
	"net/http"
)

type site struct {
	*http.Server
	name string
}

func (s site) stopOnCancel(ctx context.Context) error {
	<-ctx.Done()
	return s.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
}
