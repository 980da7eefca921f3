// curfew: --level advice
// A limit on answers does not limit requests.
package cases

import (
	"net/http"
	"time"
)

func serve(h http.Handler) error {
	srv := &http.Server{Handler: h, WriteTimeout: time.Minute} // want server-without-timeouts[advice] "neither"
	return srv.ListenAndServe()
}
