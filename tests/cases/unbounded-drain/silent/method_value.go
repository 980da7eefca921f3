// curfew: --level advice
// The method value closes by force.
package cases

import "net/http"

func Stop(srv *http.Server) error {
	stop := srv.Close
	return stop()
}
