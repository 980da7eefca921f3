// curfew: --level advice
// An idle connection is limited, the head is not.
package cases

import (
	"net/http"
	"time"
)

func serve(h http.Handler) error {
	srv := &http.Server{Handler: h, IdleTimeout: time.Minute} // want server-without-timeouts[advice] "ReadHeaderTimeout is not set"
	return srv.ListenAndServe()
}
