// The directive on the line above says, with a reason, that nobody waits.
package cases

import (
	"net/http"
	"os"
)

func beacon(w http.ResponseWriter, r *http.Request) {
	path := r.URL.Path
	//curfew:detached a lost beacon is worth less than the wait for it
	go func() {
		os.WriteFile("beacon", []byte(path), 0o600)
	}()
	w.WriteHeader(http.StatusNoContent)
}

func Mount(mux *http.ServeMux) { mux.HandleFunc("/beacon", beacon) }
