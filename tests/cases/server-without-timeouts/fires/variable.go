// curfew: --level advice
// The zero server has no limits.
package cases

import (
	"net"
	"net/http"
)

func serve(l net.Listener, h http.Handler) error {
	var srv http.Server // want server-without-timeouts[advice] "neither"
	srv.Handler = h
	return srv.Serve(l)
}
