// curfew: --level advice
// The method is promoted from an embedded server.
package cases

import (
	"context"
	"net/http"
)

type Web struct{ *http.Server }

func (w Web) Stop() error {
	return w.Shutdown(context.Background()) // want unbounded-drain[advice] "never ends"
}
