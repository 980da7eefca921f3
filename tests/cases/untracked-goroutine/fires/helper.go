// The response is sent: the spawn is two calls below the handler.
package cases

import (
	"net/http"
	"os"
)

func Routes(mux *http.ServeMux) {
	mux.HandleFunc("/order", handleOrder)
}

func handleOrder(w http.ResponseWriter, r *http.Request) {
	finish(r.URL.Path)
	w.WriteHeader(http.StatusCreated)
}

func finish(order string) {
	audit(order)
}

func audit(order string) {
	go appendAudit(order) // want untracked-goroutine "appendAudit"
}

func appendAudit(order string) {
	os.WriteFile("audit", []byte(order), 0o600)
}
