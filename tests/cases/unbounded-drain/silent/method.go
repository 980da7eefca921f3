// curfew: --level advice
// The caller of the method chooses how long it takes.
package cases

import (
	"context"
	"net/http"
)

type Web struct{ srv *http.Server }

func (w *Web) Stop(ctx context.Context) error {
	return w.srv.Shutdown(ctx)
}
