// curfew: --level advice
// It is made and never serves.
package cases

import "net/http"

func handler(h http.Handler) http.Handler {
	srv := &http.Server{Handler: h}
	return srv.Handler
}
