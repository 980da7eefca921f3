// curfew: --level advice
// ReadTimeout stands for both.
package cases

import (
	"net/http"
	"time"
)

func serve(h http.Handler) error {
	srv := &http.Server{Handler: h, ReadTimeout: time.Minute}
	return srv.ListenAndServe()
}
