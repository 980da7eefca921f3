// curfew: --level advice
// Set after it is made.
package cases

import (
	"net/http"
	"time"
)

func serve(h http.Handler, d time.Duration) error {
	var srv http.Server
	srv.Handler = h
	srv.ReadHeaderTimeout = d
	srv.IdleTimeout = 2 * time.Minute
	return srv.ListenAndServe()
}
