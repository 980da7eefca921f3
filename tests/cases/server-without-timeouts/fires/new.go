// curfew: --level advice
// Made by new, with its fields set after.
package cases

import "net/http"

func serve(h http.Handler) error {
	srv := new(http.Server) // want server-without-timeouts[advice] "neither"
	srv.Addr, srv.Handler = ":80", h
	return srv.ListenAndServe()
}
