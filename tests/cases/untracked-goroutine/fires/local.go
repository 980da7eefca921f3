// The process exits after the response: the write that the handler left behind is cut off.
package cases

import (
	"net/http"
	"os"
)

type receipts struct{}

func (receipts) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	name := r.URL.Path
	go func() { // want untracked-goroutine "ServeHTTP"
		os.WriteFile("receipt", []byte(name), 0o600)
	}()
	w.WriteHeader(http.StatusAccepted)
}
