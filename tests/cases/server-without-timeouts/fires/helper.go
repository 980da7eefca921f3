// curfew: --level advice
// The helper serves what it is given.
package cases

import "net/http"

func run(srv *http.Server) error { return srv.ListenAndServe() }

func serve(h http.Handler) error {
	return run(&http.Server{Handler: h}) // want server-without-timeouts[advice] "neither"
}
