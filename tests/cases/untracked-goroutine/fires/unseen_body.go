// curfew: --level advice
// The request is answered: if archive, which is not written in Go, writes somewhere, it can be cut off.
package cases

import "net/http"

func archive(path string)

func Mount(mux *http.ServeMux) {
	mux.HandleFunc("/archive", func(w http.ResponseWriter, r *http.Request) {
		go archive(r.URL.Path) // want untracked-goroutine[advice] "archive"
		w.WriteHeader(http.StatusAccepted)
	})
}
