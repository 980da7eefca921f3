// curfew: --level advice
// What the interface stands for is not seen: it need not wait.
package cases

import "context"

type Stopper interface{ Shutdown(context.Context) error }

func Stop(s Stopper) error {
	return s.Shutdown(context.Background()) // want severed-context "fresh context.Background()"
}
