// curfew: --level advice
// Served through a method value.
package cases

import "net/http"

func serve(h http.Handler) error {
	srv := &http.Server{Handler: h} // want server-without-timeouts[advice] "neither"
	listen := srv.ListenAndServe
	return listen()
}
