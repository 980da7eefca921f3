// A goroutine for each object of a request's body, whose length the client decides.
package cases

import (
	"encoding/json"
	"net/http"
	"time"
)

type order struct{ ID int }

func book(o order) { time.Sleep(time.Second) }

func Import(w http.ResponseWriter, r *http.Request) {
	dec := json.NewDecoder(r.Body)
	for dec.More() {
		var o order
		if err := dec.Decode(&o); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		go book(o) // want unbounded-spawn "dec"
	}
}
