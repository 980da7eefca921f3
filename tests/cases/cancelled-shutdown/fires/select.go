// Run time: the case that stops the server is the one that is chosen when ctx has ended.
package cases

import (
	"context"
	"net/http"
)

func supervise(ctx context.Context, srv *http.Server, failed <-chan error) error {
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return srv.Shutdown(ctx) // want cancelled-shutdown[error] "ctx"
	}
}
