// curfew: --level advice
// The helper drains under what its one caller gives it: a root.
package main

import (
	"context"
	"net/http"
)

func drain(ctx context.Context, srv *http.Server) {
	_ = srv.Shutdown(ctx) // want unbounded-drain[advice] "ctx never ends"
}

func main() {
	drain(context.Background(), &http.Server{})
}
