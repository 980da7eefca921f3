// The handler receives the result of the write before it answers.
package cases

import (
	"net/http"
	"os"
)

func save(w http.ResponseWriter, r *http.Request) {
	result := make(chan error, 1)
	name := r.URL.Path
	go func() { result <- os.WriteFile("saved", []byte(name), 0o600) }()
	if err := <-result; err != nil {
		http.Error(w, "not saved", http.StatusInternalServerError)
	}
}

func Mount(mux *http.ServeMux) { mux.HandleFunc("/save", save) }
