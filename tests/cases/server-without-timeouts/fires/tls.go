// curfew: --level advice
// Encrypted or not.
package cases

import "net/http"

func serve(h http.Handler, cert, key string) error {
	srv := &http.Server{Handler: h} // want server-without-timeouts[advice] "neither"
	return srv.ListenAndServeTLS(cert, key)
}
