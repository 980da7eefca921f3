// The goroutine closes a channel at its end, and the handler waits for that or for the client's going away.
package cases

import (
	"net/http"
	"os"
)

func export(w http.ResponseWriter, r *http.Request) {
	done := make(chan struct{})
	name := r.URL.Path
	go func() {
		defer close(done)
		os.WriteFile("export", []byte(name), 0o600)
	}()
	<-done
	w.WriteHeader(http.StatusOK)
}

func Mount(mux *http.ServeMux) { mux.HandleFunc("/export", export) }
