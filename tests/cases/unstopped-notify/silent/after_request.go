// The request's context ends with the request.
package cases

import (
	"context"
	"net/http"
)

func stream(w http.ResponseWriter, r *http.Request) {
	context.AfterFunc(r.Context(), func() { http.NewResponseController(w).Flush() })
	w.Write([]byte("ok"))
}

func routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/stream", stream)
	return mux
}
