// curfew: --level advice
// The head is limited, an idle connection is not.
package cases

import (
	"net/http"
	"time"
)

func serve(h http.Handler) error {
	srv := &http.Server{ // want server-without-timeouts[advice] "IdleTimeout is not set"
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
	}
	return srv.ListenAndServe()
}
