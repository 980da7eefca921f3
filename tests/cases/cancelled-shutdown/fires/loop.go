// Run time: the loop is left only through the case that says that ctx has ended.
package cases

import (
	"context"
	"net/http"
)

func supervise(ctx context.Context, srv *http.Server, reload <-chan struct{}, load func()) error {
loop:
	for {
		select {
		case <-reload:
			load()
		case <-ctx.Done():
			break loop
		}
	}
	return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
}
