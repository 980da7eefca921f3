// curfew: --level advice
// Whoever makes it is not seen.
package cases

import "net/http"

func Run(srv *http.Server) error { return srv.ListenAndServe() }
