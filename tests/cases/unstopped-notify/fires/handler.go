// Run time: every request leaves a channel behind.
package cases

import (
	"net/http"
	"os"
	"os/signal"
)

func stream(w http.ResponseWriter, r *http.Request) {
	quit := make(chan os.Signal, 1)
	signal.Notify(quit, os.Interrupt) // want unstopped-notify[warning] "quit stays registered"
	select {
	case <-quit:
	case <-r.Context().Done():
	}
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/stream", stream)
	return mux
}
