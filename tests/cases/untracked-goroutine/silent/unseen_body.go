// At this level nothing is said about a body that is not seen: it may have no effect outside.
package cases

import "net/http"

func warm(path string)

func Mount(mux *http.ServeMux) {
	mux.HandleFunc("/warm", func(w http.ResponseWriter, r *http.Request) {
		go warm(r.URL.Path)
		w.WriteHeader(http.StatusAccepted)
	})
}
