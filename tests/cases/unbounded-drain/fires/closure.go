// curfew: --level advice
// A literal that the caller runs as clean-up.
package cases

import (
	"context"
	"net/http"
)

func Start(srv *http.Server) (stop func()) {
	return func() {
		_ = srv.Shutdown(context.Background()) // want unbounded-drain[advice] "never ends"
	}
}
