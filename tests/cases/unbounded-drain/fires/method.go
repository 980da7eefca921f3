// curfew: --level advice
// A method that stops the server of a field.
package cases

import (
	"context"
	"net/http"
)

type Web struct{ srv *http.Server }

func (w *Web) Stop() error {
	return w.srv.Shutdown(context.Background()) // want unbounded-drain[advice] "never ends"
}
