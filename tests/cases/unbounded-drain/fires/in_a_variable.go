// curfew: --level advice
// The root is kept in a variable first, with a value.
package cases

import (
	"context"
	"net/http"
)

type key struct{}

func Stop(srv *http.Server) error {
	ctx := context.WithValue(context.Background(), key{}, "stop")
	return srv.Shutdown(ctx) // want unbounded-drain[advice] "ctx never ends"
}
