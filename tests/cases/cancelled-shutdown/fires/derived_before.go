// Run time: the child was made while its parent was alive, and ends with it.
package cases

import (
	"context"
	"net/http"
)

func stopOnCancel(parent context.Context, srv *http.Server) error {
	child, cancel := context.WithCancel(parent)
	defer cancel()
	<-parent.Done()
	return srv.Shutdown(child) // want cancelled-shutdown[error] "child"
}
