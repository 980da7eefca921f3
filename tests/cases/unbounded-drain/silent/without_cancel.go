// curfew: --level advice
// Cut off, and given a deadline.
package cases

import (
	"context"
	"net/http"
	"time"
)

func Stop(ctx context.Context, srv *http.Server) error {
	<-ctx.Done()
	drain, cancel := context.WithTimeout(context.WithoutCancel(ctx), time.Second)
	defer cancel()
	return srv.Shutdown(drain)
}
