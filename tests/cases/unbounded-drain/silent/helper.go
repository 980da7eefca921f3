// curfew: --level advice
// The helper's caller gives it a context that ends.
package main

import (
	"context"
	"net/http"
	"time"
)

func drain(ctx context.Context, srv *http.Server) {
	_ = srv.Shutdown(ctx)
}

func main() {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	drain(ctx, &http.Server{})
}
