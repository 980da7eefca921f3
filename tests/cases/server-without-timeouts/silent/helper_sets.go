// curfew: --level advice
// A helper sets the limits.
package cases

import (
	"net/http"
	"time"
)

func limit(srv *http.Server) {
	srv.ReadHeaderTimeout = 5 * time.Second
	srv.IdleTimeout = time.Minute
}

func serve(h http.Handler) error {
	srv := &http.Server{Handler: h}
	limit(srv)
	return srv.ListenAndServe()
}
