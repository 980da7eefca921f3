// curfew: --level advice
// The caller, who is not seen, may set them before it runs.
package cases

import "net/http"

func New(h http.Handler) *http.Server {
	return &http.Server{Handler: h}
}

func Serve(h http.Handler) error { return New(h).ListenAndServe() }
