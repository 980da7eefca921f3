// Run time: both goroutines are in flight, and both wait for the second one's slot.
package cases

import "golang.org/x/sync/errgroup"

func sync2(pull, push, index func() error) error {
	var g errgroup.Group
	g.SetLimit(2)
	g.Go(func() error {
		g.Go(index) // want nested-group-limit[error] "none comes free"
		return pull()
	})
	g.Go(func() error {
		g.Go(index) // want nested-group-limit[error] "none comes free"
		return push()
	})
	return g.Wait()
}
