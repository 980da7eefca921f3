// curfew: --level advice
// A constructor that sets the limits.
package cases

import (
	"net/http"
	"time"
)

type api struct {
	srv *http.Server
}

func newAPI(h http.Handler) *api {
	a := &api{srv: &http.Server{Handler: h}}
	a.srv.ReadHeaderTimeout = 5 * time.Second
	a.srv.IdleTimeout = time.Minute
	return a
}

func (a *api) run() error { return a.srv.ListenAndServe() }
