// In this case of the select it is the failure that came; ctx is not known to have ended.
package cases

import (
	"context"
	"errors"
	"net/http"
)

func supervise(ctx context.Context, srv *http.Server, failed <-chan error) error {
	select {
	case err := <-failed:
		return errors.Join(err, srv.Shutdown(ctx))
	case <-ctx.Done():
		return srv.Close()
	}
}
