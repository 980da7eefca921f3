// curfew: --level advice
// The variable holds a context with a deadline and a value.
package cases

import (
	"context"
	"net/http"
	"time"
)

type key struct{}

func Stop(srv *http.Server) error {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	return srv.Shutdown(context.WithValue(ctx, key{}, "stop"))
}
