// curfew: --level advice
// Kept in a field, and no method sets a limit.
package cases

import "net/http"

type api struct {
	srv *http.Server
}

func newAPI(h http.Handler) *api {
	return &api{srv: &http.Server{Handler: h}} // want server-without-timeouts[advice] "neither"
}

func (a *api) run() error { return a.srv.ListenAndServe() }

func Run(h http.Handler) error {
	a := newAPI(h)
	return a.run()
}
