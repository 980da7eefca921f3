// curfew: --level advice
// Served on a goroutine.
package cases

import "net/http"

func start(h http.Handler, failed chan<- error) *http.ServeMux {
	srv := &http.Server{Handler: h} // want server-without-timeouts[advice] "neither"
	go func() { failed <- srv.ListenAndServe() }()
	return nil
}
