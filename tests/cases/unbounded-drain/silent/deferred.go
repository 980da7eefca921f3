// curfew: --level advice
// Deferred, with a deadline that is made when it runs.
package cases

import (
	"context"
	"net/http"
	"time"
)

func Serve(srv *http.Server) error {
	defer func() {
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		_ = srv.Shutdown(ctx)
	}()
	return srv.ListenAndServe()
}
