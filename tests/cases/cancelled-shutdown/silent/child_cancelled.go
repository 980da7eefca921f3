// The child is cancelled, the parent that the drain gets is not.
package cases

import (
	"context"
	"net/http"
)

func runOnce(parent context.Context, srv *http.Server, work func(context.Context)) error {
	child, cancel := context.WithCancel(parent)
	work(child)
	cancel()
	return srv.Shutdown(parent)
}
