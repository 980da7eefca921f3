// The handler returns: the result goes into a buffered channel that nobody ever reads.
package cases

import (
	"net/http"
	"os"
)

func save(w http.ResponseWriter, r *http.Request) {
	result := make(chan error, 1)
	name := r.URL.Path
	go func() { // want untracked-goroutine "save"
		result <- os.WriteFile("saved", []byte(name), 0o600)
	}()
	w.WriteHeader(http.StatusAccepted)
}

func Mount(mux *http.ServeMux) { mux.HandleFunc("/save", save) }
