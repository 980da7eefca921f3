// A request asks the server to shut down, which waits for this very request.
package cases

import (
	"context"
	"net/http"
	"time"
)

func Serve() error {
	srv := &http.Server{Addr: ":8080", ReadHeaderTimeout: time.Second}
	mux := http.NewServeMux()
	mux.HandleFunc("/quit", func(w http.ResponseWriter, r *http.Request) {
		srv.Shutdown(context.Background()) // want self-wait[error] "srv.Shutdown"
	})
	srv.Handler = mux
	return srv.ListenAndServe()
}
