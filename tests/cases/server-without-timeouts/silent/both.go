// curfew: --level advice
// Both are set.
package cases

import (
	"net/http"
	"time"
)

func serve(h http.Handler) error {
	srv := &http.Server{Handler: h, ReadHeaderTimeout: 5 * time.Second, IdleTimeout: time.Minute}
	return srv.ListenAndServe()
}
