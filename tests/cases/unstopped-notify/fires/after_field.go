// Run time: each request stays registered with the context of the server.
package cases

import (
	"context"
	"net/http"
)

type server struct {
	life context.Context
}

func (s *server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	context.AfterFunc(s.life, func() { http.NewResponseController(w).Flush() }) // want unstopped-notify[warning] "registers with s.life"
	w.Write([]byte("ok"))
}
