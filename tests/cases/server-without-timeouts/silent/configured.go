// curfew: --level advice
// What is done to it is not seen.
package cases

import "net/http"

func serve(h http.Handler, configure func(*http.Server)) error {
	srv := &http.Server{Handler: h}
	configure(srv)
	return srv.ListenAndServe()
}
