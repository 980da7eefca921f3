// curfew: --level advice
// The drain is a method value.
package cases

import (
	"context"
	"net/http"
)

func Stop(srv *http.Server) error {
	stop := srv.Shutdown
	return stop(context.Background()) // want unbounded-drain[advice] "never ends"
}
