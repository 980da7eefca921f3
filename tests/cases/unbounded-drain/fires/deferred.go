// curfew: --level advice
// Deferred to the end of the function that serves.
package cases

import (
	"context"
	"net/http"
)

func Serve(srv *http.Server) error {
	defer srv.Shutdown(context.Background()) // want unbounded-drain[advice] "never ends"
	return srv.ListenAndServe()
}
