// curfew: --level advice
// Nothing limits how long a client may take.
package cases

import "net/http"

func serve(h http.Handler) error {
	srv := &http.Server{Addr: ":8080", Handler: h} // want server-without-timeouts[advice] "neither ReadHeaderTimeout nor IdleTimeout"
	return srv.ListenAndServe()
}
