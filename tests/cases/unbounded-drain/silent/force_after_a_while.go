// curfew: --level advice
// After a second the server is closed by force, which ends the drain.
package cases

import (
	"context"
	"net/http"
	"time"
)

func Stop(srv *http.Server) error {
	force := time.AfterFunc(time.Second, func() { _ = srv.Close() })
	defer force.Stop()
	return srv.Shutdown(context.Background())
}
