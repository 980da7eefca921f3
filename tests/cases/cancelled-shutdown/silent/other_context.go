// The context that ended is the listener's; the drain runs under the caller's.
package cases

import (
	"context"
	"net/http"
)

func stopWhen(trigger, drain context.Context, srv *http.Server) error {
	<-trigger.Done()
	return srv.Shutdown(drain)
}
