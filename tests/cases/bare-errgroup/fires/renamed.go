// curfew: --level advice
// A hop fails: its siblings get no word of it, if hop (not written in Go) waits under its context.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

type leg struct{ from, to string }

func hop(life context.Context, l leg) error

func travel(life context.Context, route []leg) error {
	caravan := errgroup.Group{} // want bare-errgroup[advice] "caravan"
	for _, l := range route {
		caravan.Go(func() error {
			return hop(life, l)
		})
	}
	return caravan.Wait()
}
