// curfew: --level advice
// One item fails: each function of the group calls a method value, and what that does cannot be seen.
package cases

import (
	"context"

	"golang.org/x/sync/errgroup"
)

type item struct{ id int }

func (it item) process(ctx context.Context) error

func doAll(ctx context.Context, items []item) error {
	group := errgroup.Group{} // want bare-errgroup[advice] "group"
	for _, it := range items {
		work := it.process
		group.Go(func() error { return work(ctx) })
	}
	return group.Wait()
}
